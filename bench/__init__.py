"""How fast it is, as ratios that hold on any machine; see README.md."""
