"""Compile the inker's loops when the package is built or installed for development."""

import runpy
import sysconfig
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

BUILD = "generation/image/previz/ink/build.py"


class Loops(BuildHookInterface[Any]):
    """Build the shared library beside its source, and say that the wheel is for one kind of machine."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile; `version` (standard or editable) makes no difference."""
        del version
        library = runpy.run_path(str(Path(self.root) / BUILD))["build"]()
        build_data["artifacts"].append(str(library.relative_to(self.root)))
        build_data["pure_python"] = False
        build_data["tag"] = f"py3-none-{sysconfig.get_platform().replace('-', '_').replace('.', '_')}"
