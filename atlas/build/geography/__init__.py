"""Land and seas: from Natural Earth's land and the limit lines of registry/seas.yaml to the base layers of the map."""

from atlas.build.geography.cli import main

__all__ = ["main"]
