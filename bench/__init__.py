"""How fast it is, as ratios that hold on any machine; see README.md."""

import advisor_app.disclosure  # noqa: F401  # before numpy: it asks for one thread
