"""What the formats share: Dublin Core, content, Media RSS, iTunes, and what is passed over."""

from typing import Final

from reader.parse import elements
from reader.parse.names import listed
from reader.parse.walk import Handler, unread

HANDLERS: Final[dict[str, Handler]] = {
    # Dublin Core: https://www.dublincore.org/specifications/dublin-core/dcmi-terms/
    "dc_author": elements.person,
    "dc_creator": elements.person,
    "dc_date": elements.updated,
    "dc_description": elements.description,
    "dc_language": elements.language,
    "dc_title": elements.title,
    "dcterms_issued": elements.published,
    "dcterms_modified": elements.updated,
    # https://web.resource.org/rss/1.0/modules/content/
    "content_encoded": elements.encoded,
    # Media RSS: https://www.rssboard.org/media-rss
    "media_content": elements.media,
    "media_description": elements.description,
    "media_group": elements.group,
    "media_title": elements.media_title,
    # https://podcasters.apple.com/support/823-podcast-requirements
    "itunes_author": elements.person,
    "itunes_subtitle": elements.subtitle,
    "itunes_summary": elements.summary,
    **dict.fromkeys(
        listed(
            """admin_errorreportsto admin_generatoragent cc_license creativecommons_license
            dc_contributor dc_publisher dc_rights dc_subject dcterms_created dcterms_valid
            feedburner_browserfriendly itunes_block itunes_category itunes_email itunes_explicit
            itunes_image itunes_keywords itunes_link itunes_name itunes_owner media_category
            media_credit media_keywords media_license media_player media_rating
            media_restriction media_thumbnail"""
        ),
        unread,
    ),
}

ELSEWHERE: Final = frozenset(
    listed(
        """body feed newlocation rss tags where xhtml_body author_detail authors contributors date
        enclosures guidislink image_detail links published_parsed summary_detail title_detail
        updated_parsed"""
    )
)
"""What feedparser makes something of that we leave to it: elements of drafts and dialects, and
names that it would take for its own."""

UNUSED: Final = frozenset(("georss", "gml", "psc"))
"""Modules that nothing here reads, and that feedparser may stumble over: prefixes."""
