"""``newsreader paths``: where everything is kept."""

from argparse import Namespace

from reader.cli.output import print_columns, print_json
from reader.paths import user_paths


def paths(options: Namespace) -> int:
    """Print the user's folders and the two files that matter in them; none is made."""
    places = user_paths()
    shape = {
        "config": str(places.config),
        "data": str(places.data),
        "cache": str(places.cache),
        "config_file": str(places.config_file),
        "database": str(places.database),
    }
    if options.json:
        print_json(shape)
    else:
        print_columns(list(shape.items()), (None, None))
    return 0
