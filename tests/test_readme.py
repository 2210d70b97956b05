"""The README says what is true."""

import re

from tests.readme import BEGIN, END, README, key_section


def test_the_table_of_keys_is_what_the_bindings_are() -> None:
    _, _, rest = README.read_text(encoding="utf-8").partition(BEGIN)
    assert rest.partition(END)[0].strip() == key_section().strip()


def test_every_binding_has_an_id_of_its_own() -> None:
    ids = re.findall(r"\| `([a-z.-]+)` \|$", key_section(), flags=re.MULTILINE)
    assert len(ids) == len(set(ids)) > 40


def test_every_file_and_picture_it_names_is_there() -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", README.read_text(encoding="utf-8"))
    assert links
    for link in links:
        assert (README.parent / link).exists(), link
