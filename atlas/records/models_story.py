"""The model of a story: a text taken apart step by step, each step with what the map shows beside it."""

from typing import Annotated, Literal

from pydantic import Field

from atlas.records.fields import Day, Id, Layer, Line, Row, SourceIds, Text
from atlas.vocabulary import Basis, Confidence, Joint, Kind

Verdict = Literal["confirmed", "confirmed-with-correction", "contradicted", "judgement"]


class Evidence(Row):
    """One thing that speaks for a claim or against it."""

    what: Text
    """What the sources tell, in our words."""
    sources: SourceIds
    """Ids of the sources that tell it; they stand among those of the step too."""


class StepView(Row):
    """What the map shows at a step: keys and values of a link (docs/links.md), lists where a link has dots."""

    from_: Day | None = Field(default=None, alias="from")
    """First day shown; where absent, ten days before the first of the step's events."""
    to: Day | None = None
    """Last day shown; where absent, ten days after the last of the step's events."""
    kind: tuple[Kind, ...] = ()
    """Kinds of event shown; all where empty."""
    state: Literal["both", "CN", "RU"] | None = None
    """Who took part; all events where absent."""
    series: Id | None = None
    """Id of the only series shown."""
    area: tuple[Id, ...] = ()
    """Ids of areas, any of which an event must name."""
    ship: tuple[Id, ...] = ()
    """Ids of ships, any of which must have taken part."""
    strait: tuple[Id, ...] = ()
    """Ids of straits, any of which must have been passed."""
    joint: tuple[Joint, ...] = ()
    """Whether it was joint; all three where empty."""
    sure: tuple[Confidence, ...] = ()
    """Levels of confidence shown; all where empty."""
    basis: Basis | None = None
    """The least that the position of some sighting must rest on."""
    show: tuple[Layer, ...] = ()
    """Layers switched on; the usual ones but for air zones where empty."""
    sel: Annotated[str, Field(pattern=r"^(event|place|passage|zone|sea)\.[a-z0-9-]+$")] | None = None
    """What is chosen, such as `event.joint-sea-2021`; where absent the step's event or place if it has only one."""
    at: Annotated[str, Field(pattern=r"^-?\d{1,2}(\.\d+)?_-?\d{1,3}(\.\d+)?_\d{1,2}(\.\d+)?$")] | None = None
    """The map's centre and zoom, such as `35.10_131.60_5`; where absent the map fits what is chosen."""


class Step(Row):
    """One step of a story: a claim, what the records say about it, and what the map shows."""

    id: Id
    """Stable id, once in its story; links name it."""
    paragraph: Line | None = None
    """Where in the text that the story takes apart; absent where there is no such text."""
    topic: Line
    """What it is about, in a word or two."""
    claim: Text
    """The claim, or what the step tells, in our words."""
    verdict: Verdict | None = None
    """What the records say of the claim; a judgement cannot be checked. Absent where a step only tells something."""
    explanation: Text
    """Why, in our words."""
    evidence_for: tuple[Evidence, ...] = ()
    """What speaks for the claim; a contradicted one must say it."""
    evidence_against: tuple[Evidence, ...] = ()
    """What speaks against the claim; a contradicted one must say it."""
    events: tuple[Id, ...] = ()
    """Ids of the events it is about."""
    places: tuple[Id, ...] = ()
    """Ids of the places it is about."""
    sources: SourceIds
    """Ids of the sources that settle it."""
    map: StepView = Field(default_factory=StepView)
    """What the map shows, where the step's events and places do not say it already."""


class Story(Row):
    """A story: one file of registry/stories/, read from its first step to its last."""

    id: Id
    """Stable id in kebab-case; the file's name."""
    title: Line
    """Title in English."""
    lead: Text
    """What the text is, and how it was taken apart, in a few sentences of ours."""
    map: StepView = Field(default_factory=StepView)
    """What the map shows before the first step; where it names no days, those of the events of all steps."""
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]
    """The steps in their order."""
