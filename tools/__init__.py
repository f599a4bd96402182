"""What keeps the house: environment, server and browser for tests, benchmarks and pictures. Not needed for hosting."""
