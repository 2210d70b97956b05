"""Types of few objects, which are made in no time."""

from typing import dataclass_transform


@dataclass_transform(frozen_default=True)
class Listed:
    """What is given by its fields, in their order or by name, as a dataclass is.

    For types of which an article needs few: to define a named tuple takes 0.2 ms and a dataclass
    1 ms, and the engine is to be loaded in 100; but each object takes longer, and can be neither
    compared nor unpacked.
    """

    def __init__(self, *values: object, **named: object) -> None:
        vars(self).update(zip(type(self).__annotations__, values, strict=False), **named)
