"""The parts that sections of the page are made of: a section, a text to be copied, a link to a file."""

from atlas.ui.html import Child, Html, el


def section(name: str, title: str, told: Child, *body: Child) -> Html:
    """Give a section that a link can lead to, with its heading and what it says in a sentence or two."""
    head = el("h2", title, cls="h2", id=f"{name}-title")
    return el(
        "section", head, el("p", told, cls="sub"), *body, id=name, cls=f"take-{name}", aria_labelledby=f"{name}-title"
    )


def copied(name: str, text: str, what: str) -> Html:
    """Give a text with the button that copies it (client/take.js); `what` says to a screen reader what is copied."""
    button = el("button", "Copy", type="button", data_copy=name, aria_label=f"Copy {what}")
    # What has too long a line is scrolled; by keyboard too, so it takes the focus.
    return el("div", el("pre", el("code", text, id=name), tabindex="0", aria_label=what), button, cls="copied")


def file_link(address: str, label: Child, told: str) -> Html:
    """Give a link to a file, which the browser keeps instead of opening it."""
    return el("a", label, href=address, download=True, aria_label=told)
