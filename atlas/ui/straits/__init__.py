"""The pages of straits: all of them with what passed when, and each by itself."""
