"""Hatchling calls this before it packs: forms and resources become the package's assets."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class AssetsHook(BuildHookInterface[Any]):
    """Compile `ui/` and `resources/` into `advisor_app/_assets`."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  (hatchling's signature)
        """Run the same function that a developer runs after editing a form."""
        sys.path.insert(0, str(Path(self.root, "resources")))
        from compile import compile_assets  # noqa: PLC0415  (beside this file, not a package)

        compile_assets(Path(self.root))
