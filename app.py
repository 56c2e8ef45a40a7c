"""Settings -> assistant -> web app -> serve."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.log_form import log_to
from assistant.settings import Settings
from assistant.web.serving import serve, taken_port
from catalog.errors import SetupError
from catalog.home import home_path

if TYPE_CHECKING:
    from assistant.conversation import Assistant


def main() -> int:
    """Serves the shop until interrupted; 2 where the operator has to act first."""
    parser = argparse.ArgumentParser(prog="python app.py", description="Serve the shopping assistant in the browser.")
    parser.add_argument("--home", help="home directory (default: DAOGOU_HOME, else the user's data directory)")
    parser.add_argument("--host", default="127.0.0.1", help="address to serve on (default: 127.0.0.1)")
    parser.add_argument("--port", type=int, default=7860, help="port to serve on (default: 7860)")
    options = parser.parse_args()
    log_to()
    try:
        path = home_path(options.home, os.environ)
        settings = Settings.read(os.environ, path)
        serve(taken_port(options.host, options.port), settings, lambda: opened(path))
    except SetupError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    except KeyboardInterrupt:
        return 130
    return 0


def opened(path: Path) -> Assistant:
    """The assistant on the home in this folder; an empty one gets the sample shop."""
    from assistant.choices import open_assistant
    from assistant.sample_home import with_goods

    home = with_goods(path, asked_for=False)
    return open_assistant(Settings.read(os.environ, home.path), home, "python app.py")


if __name__ == "__main__":
    sys.exit(main())
