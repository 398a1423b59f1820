"""The ledger's records. Tables, keys and checks only; no queries, no text.

Deleting never cascades: a command deletes the dependants itself, so that the history keeps
every row it takes away and undo can bring all of them back.
"""

from __future__ import annotations

import json

import peewee as pw


class ListField(pw.TextField):
    """An ordered list of strings, kept as JSON text."""

    def db_value(self, value: list[str] | tuple[str, ...] | None) -> str:
        """The list as JSON."""
        return json.dumps(list(value or ()), ensure_ascii=False)

    def python_value(self, value: str | None) -> list[str]:
        """The JSON as a list."""
        # Most lists are empty, and a plan has thousands of them.
        return json.loads(value) if value and value != "[]" else []


class Record(pw.Model):
    """Base of all records; bound to a database only while a ledger works."""

    id = pw.AutoField()

    class Meta:
        """No table name games: the class name in snake case."""

        legacy_table_names = False


def _link(model: type[Record], *, null: bool = False) -> pw.ForeignKeyField:
    return pw.ForeignKeyField(model, null=null, backref="+", index=True)


class Plan(Record):
    """工作要点."""

    title = pw.TextField()
    notice_title = pw.TextField(default="")
    document_number = pw.TextField(default="")
    issuers = ListField(default=list)
    addressees = ListField(default=list)
    issued_on = pw.DateField(null=True)
    received_on = pw.DateField(null=True)
    received_number = pw.TextField(default="")
    preamble = pw.TextField(default="")
    year = pw.IntegerField()
    source_text = pw.TextField(default="")
    findings = ListField(default=list)


class Part(Record):
    """部分."""

    plan = _link(Plan)
    position = pw.IntegerField()
    number = pw.TextField(default="")
    title = pw.TextField(default="")
    text = pw.TextField(default="")


class Item(Record):
    """事项."""

    plan = _link(Plan)
    part = _link(Part, null=True)
    position = pw.IntegerField()
    number = pw.TextField(default="")
    title = pw.TextField(default="")
    text = pw.TextField(default="")


class Task(Record):
    """任务, issued or local (`local_number` 增1…); the issued text is never overwritten."""

    plan = _link(Plan)
    part = _link(Part, null=True)
    item = _link(Item, null=True)
    position = pw.IntegerField()
    number = pw.TextField(default="")
    local_number = pw.TextField(default="")
    text = pw.TextField(default="")
    short_title = pw.TextField(default="")
    local_text = pw.TextField(default="")
    lead_units = ListField(default=list)
    responsible_units = ListField(default=list)
    supporting_units = ListField(default=list)
    deadline_text = pw.TextField(default="")
    deadline_on = pw.DateField(null=True)
    tracked = pw.BooleanField(default=True)
    role = pw.TextField(
        default="undecided",
        constraints=[pw.Check("role in ('undecided', 'own', 'assist', 'none')")],
    )
    reason = pw.TextField(default="")
    carries_out = ListField(default=list)
    origin = pw.TextField(null=True)
    carried_from = pw.ForeignKeyField("self", null=True, backref="+")
    withdrawn_on = pw.DateField(null=True)


class Revision(Record):
    """One 修订 of a plan: the document that brought it, and the plan's own words before it."""

    plan = _link(Plan)
    dated_on = pw.DateField()
    document_number = pw.TextField(default="")
    issued_on = pw.DateField(null=True)
    title = pw.TextField(default="")
    former_title = pw.TextField(default="")
    former_preamble = pw.TextField(default="")
    former_source = pw.TextField(default="")
    former_findings = ListField(default=list)


class FormerTask(Record):
    """What one revision did to a task, and how the task was issued before it."""

    revision = _link(Revision)
    task = _link(Task)
    course = pw.TextField(
        constraints=[pw.Check("course in ('changed', 'added', 'removed', 'restored')")]
    )
    text = pw.TextField(default="")
    lead_units = ListField(default=list)
    responsible_units = ListField(default=list)
    supporting_units = ListField(default=list)
    deadline_text = pw.TextField(default="")
    deadline_on = pw.DateField(null=True)
    measures = ListField(default=list)


class Measure(Record):
    """举措; `role` empty means the task's; `merged_into` hides it behind another."""

    task = _link(Task)
    position = pw.IntegerField()
    issued = pw.BooleanField(default=True)
    text = pw.TextField(default="")
    local_text = pw.TextField(default="")
    role = pw.TextField(
        default="", constraints=[pw.Check("role in ('', 'undecided', 'own', 'assist', 'none')")]
    )
    reason = pw.TextField(default="")
    lead_units = ListField(default=list)
    responsible_units = ListField(default=list)
    supporting_units = ListField(default=list)
    references = ListField(default=list)
    split_from = pw.ForeignKeyField("self", null=True, backref="+")
    merged_into = pw.ForeignKeyField("self", null=True, backref="+")


class Tick(Record):
    """One dated ticking or unticking of a measure; the newest up to a day counts."""

    measure = _link(Measure)
    ticked = pw.BooleanField()
    ticked_on = pw.DateField()
    ticked_by = pw.TextField(default="")


class Deliverable(Record):
    """成果 that a measure promises."""

    measure = _link(Measure)
    kind = pw.TextField(
        constraints=[pw.Check("kind in ('document', 'meeting', 'campaign', 'platform')")]
    )
    name = pw.TextField()


class Target(Record):
    """量化指标 of a measure."""

    measure = _link(Measure)
    text = pw.TextField(default="")
    label = pw.TextField(default="")
    operator = pw.TextField(default="")
    low = pw.FloatField(null=True)
    high = pw.FloatField(null=True)
    unit = pw.TextField(default="")
    local_target = pw.FloatField(null=True)


class TargetValue(Record):
    """One saying of a target's 完成值 in a period (none: taken away); the newest counts."""

    target = _link(Target)
    period = pw.TextField()
    value = pw.FloatField(null=True)
    said_on = pw.DateField()


class Section(Record):
    """责任科室（单位）."""

    position = pw.IntegerField()
    name = pw.TextField(unique=True)
    short_name = pw.TextField(default="")
    kind = pw.TextField(default="内设科室")
    active = pw.BooleanField(default=True)


class Person(Record):
    """A person of the bureau."""

    position = pw.IntegerField()
    name = pw.TextField()
    section = _link(Section, null=True)
    post = pw.TextField(default="")
    phone = pw.TextField(default="")
    active = pw.BooleanField(default=True)


class Assignment(Record):
    """责任分工; every one is kept, the newest effective up to a day counts."""

    task = _link(Task)
    measure = _link(Measure, null=True)
    leader = pw.TextField(default="")
    section = _link(Section, null=True)
    section_name = pw.TextField(default="")
    person = pw.TextField(default="")
    handler = pw.TextField(default="")
    phone = pw.TextField(default="")
    supporting_sections = ListField(default=list)
    supporting_units = ListField(default=list)
    due_on = pw.DateField(null=True)
    effective_on = pw.DateField()
    basis = pw.TextField(default="")


class Extension(Record):
    """延期."""

    task = _link(Task)
    old_due = pw.DateField()
    new_due = pw.DateField()
    reason = pw.TextField()
    progress = pw.TextField(default="")
    agreed_by = pw.TextField(default="")
    agreed_on = pw.DateField()


class ProgressEntry(Record):
    """进展情况 of a task or measure in a period; the original is never changed."""

    task = _link(Task)
    measure = _link(Measure, null=True)
    period = pw.TextField(index=True)
    section = _link(Section, null=True)
    section_name = pw.TextField(default="")
    reporter = pw.TextField(default="")
    reviewer = pw.TextField(default="")
    reported_on = pw.DateField()
    as_of = pw.DateField()
    manner = pw.TextField(default="")
    status = pw.TextField(default="")
    percent = pw.FloatField(
        null=True, constraints=[pw.Check("percent is null or percent between 0 and 100")]
    )
    nothing_new = pw.BooleanField(default=False)
    original_text = pw.TextField(default="")
    original_problems = pw.TextField(default="")
    original_next = pw.TextField(default="")
    reviewed_text = pw.TextField(null=True)
    reviewed_problems = pw.TextField(null=True)
    reviewed_next = pw.TextField(null=True)


class StatusChange(Record):
    """One saying of a task's status: `said_on` when it was said, `as_of` from when it holds."""

    task = _link(Task)
    status = pw.TextField(
        constraints=[
            pw.Check(
                "status in ('not-started', 'doing', 'ongoing', 'suspended',"
                " 'completed', 'closed', 'returned')"
            )
        ]
    )
    said_on = pw.DateField()
    as_of = pw.DateField()
    entry = _link(ProgressEntry, null=True)
    reason = pw.TextField(default="")
    proof = pw.TextField(default="")
    checker = pw.TextField(default="")


class Note(Record):
    """工作记录."""

    plan = _link(Plan, null=True)
    task = _link(Task, null=True)
    measure = _link(Measure, null=True)
    kind = pw.TextField(default="note", constraints=[pw.Check("kind in ('note', 'instruction')")])
    dated_on = pw.DateField()
    author = pw.TextField(default="")
    text = pw.TextField()


class Blob(pw.Model):
    """The bytes of a file, stored once by their SHA-256; never removed while a ledger lives."""

    sha256 = pw.TextField(primary_key=True)
    size = pw.IntegerField()
    content = pw.BlobField()

    class Meta:
        """As `Record`."""

        legacy_table_names = False


class Evidence(Record):
    """佐证材料: a file, or a paper original with its place; of a plan (its 原件), or of its tasks."""

    task = _link(Task, null=True)
    measure = _link(Measure, null=True)
    note = _link(Note, null=True)
    blob = pw.ForeignKeyField(Blob, null=True, backref="+")
    name = pw.TextField()
    document_number = pw.TextField(default="")
    formed_on = pw.DateField(null=True)
    source = pw.TextField(default="")
    pages = pw.IntegerField(null=True)
    place = pw.TextField(default="")
    file_name = pw.TextField(default="")
    attached_on = pw.DateField()
    plan = _link(Plan, null=True)


class Paper(Record):
    """One paper of the bureau's and its life from 拟稿 to 已报送; what was issued stays as printed."""

    plan = _link(Plan)
    kind = pw.TextField()
    period = pw.TextField(default="")
    section = _link(Section, null=True)
    task = _link(Task, null=True)
    title = pw.TextField(default="")
    state = pw.TextField(
        default="draft",
        constraints=[
            pw.Check("state in ('draft', 'submitted', 'signed', 'numbered', 'sent', 'void')")
        ],
    )
    options = pw.TextField(default="{}")
    document_number = pw.TextField(default="")
    signer = pw.TextField(default="")
    made_on = pw.DateField()
    submitted_on = pw.DateField(null=True)
    signed_on = pw.DateField(null=True)
    sent_on = pw.DateField(null=True)
    sent_manner = pw.TextField(default="")
    due_on = pw.DateField(null=True)
    answered_on = pw.DateField(null=True)
    answer = pw.TextField(default="")
    void_reason = pw.TextField(default="")
    replaces = pw.ForeignKeyField("self", null=True, backref="+")
    issued = pw.ForeignKeyField(Blob, null=True, backref="+")
    issued_by = pw.TextField(default="")
    file_name = pw.TextField(default="")
    scan = pw.ForeignKeyField(Blob, null=True, backref="+")
    scan_name = pw.TextField(default="")


class PaperEdit(Record):
    """What a person made of one passage of a paper; `base` is what the program had written."""

    paper = _link(Paper)
    key = pw.TextField()
    base = pw.TextField(default="")
    text = pw.TextField(null=True)
    dropped = pw.BooleanField(default=False)
    added = pw.BooleanField(default=False)
    moved = pw.BooleanField(default=False)
    level = pw.IntegerField(default=0)
    after = pw.TextField(default="")

    class Meta:
        """One edit a passage."""

        indexes = ((("paper", "key"), True),)


class PaperVersion(Record):
    """The text of a paper as it went to somebody: what 与上一稿对照 compares with."""

    paper = _link(Paper)
    number = pw.IntegerField()
    saved_on = pw.DateField()
    reason = pw.TextField(default="")
    passages = ListField(default=list)


class PeriodDays(Record):
    """数据截止日 and 报送截止日 of a period where the office changed what was proposed."""

    code = pw.TextField(unique=True)
    cutoff_on = pw.DateField()
    report_on = pw.DateField()


class Setting(Record):
    """One office setting, its value as JSON."""

    key = pw.TextField(unique=True)
    value = pw.TextField()


class HistoryEntry(Record):
    """变更记录: one change; `reverts` names the change that this one took back or repeated."""

    at = pw.DateTimeField()
    dated_on = pw.DateField()
    operator = pw.TextField(default="")
    verb = pw.TextField()
    label = pw.TextField()
    tasks = ListField(default=list)
    reverts = pw.ForeignKeyField("self", null=True, backref="+")
    live = pw.BooleanField(default=True)


class HistoryStep(Record):
    """One touched row of a change: as JSON before (empty: made) and after (empty: removed)."""

    entry = _link(HistoryEntry)
    table = pw.TextField(column_name="table_name")
    row = pw.IntegerField(column_name="row_id")
    before = pw.TextField(null=True)
    after = pw.TextField(null=True)

    class Meta:
        """Looked up by the row they concern."""

        indexes = ((("table", "row"), False),)


class HistoryTask(Record):
    """Which tasks a change concerns, so that the changes of one are found at once."""

    entry = _link(HistoryEntry)
    task = pw.IntegerField()

    class Meta:
        """Looked up by the task, newest first."""

        indexes = ((("task", "entry"), False),)


class SearchText(Record):
    """One row of a plan as the search compares it; made from it and never edited by hand.

    rank: the order of the kinds in an answer. folded: its text columns, each as received and as
    shown; initials: the same by the initials of its pinyin, letter for character.
    """

    table = pw.TextField(column_name="table_name")
    row = pw.IntegerField(column_name="row_id")
    rank = pw.IntegerField()
    plan = pw.IntegerField()
    task = pw.IntegerField(null=True)
    folded = pw.TextField()
    initials = pw.TextField()

    class Meta:
        """One a row; short words are looked for through all of a plan."""

        indexes = ((("table", "row"), True), (("plan", "rank"), False))


class SearchState(Record):
    """One row: the version of the texts (0: to be made), and whether the trigrams are up to date."""

    texts = pw.IntegerField()
    trigrams = pw.IntegerField()


# Everything that the history writes; in the order in which rows may be made.
RECORDS: tuple[type[Record], ...] = (
    Plan,
    Part,
    Item,
    Task,
    Revision,
    FormerTask,
    Measure,
    Tick,
    Deliverable,
    Target,
    TargetValue,
    Section,
    Person,
    Assignment,
    Extension,
    ProgressEntry,
    StatusChange,
    Note,
    Evidence,
    PeriodDays,
    Setting,
    Paper,
    PaperEdit,
    PaperVersion,
)
# What is made from the others and can be made again.
DERIVED: tuple[type[Record], ...] = (HistoryTask, SearchText, SearchState)
ALL: tuple[type[pw.Model], ...] = (*RECORDS, Blob, HistoryEntry, HistoryStep, *DERIVED)
