"""The office's own names and colours of the lights."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from models import commands, queries
from models.lights import LightLook, Lights
from models.rules import Adoption, Light
from models.settings import LIGHTS_KEY
from tests.models.factory import TODAY, Office

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


def test_a_light_is_called_as_usual_until_it_is_named() -> None:
    lights = Lights().changed(LightLook(Light.RED, "逾期"))
    assert (lights.word(Light.RED), lights.word(Light.BLUE)) == ("逾期", "完成")
    assert lights.changed(LightLook(Light.RED)) == Lights()


def test_what_is_no_name_and_no_colour_is_passed_over() -> None:
    kept = {"red": ["逾期", "blue"], "green": ["很长很长很长的名称", "#00ff00"], "pink": ["", ""]}
    lights = Lights.from_json(kept)
    assert lights.look(Light.RED) == LightLook(Light.RED, "逾期")
    assert lights.look(Light.GREEN) == LightLook(Light.GREEN, "", "#00ff00")


@given(JSON | st.dictionaries(st.sampled_from([light.value for light in Light]), JSON))
def test_any_kept_lights_are_read_and_come_back(kept: object) -> None:
    lights = Lights.from_json(kept)
    assert Lights.from_json(lights.to_json()) == lights


def test_lists_and_papers_say_the_office_s_name(office: Office) -> None:
    first = office.ledger.ask(queries.tree, 1, TODAY).tasks[0]
    office.do(commands.adopt, [first.id], Adoption.OWN)
    lit = next(row for row in office.ledger.ask(queries.tree, 1, TODAY).tasks if row.light)
    office.do(commands.set_setting, LIGHTS_KEY, {lit.light.value: ["本局叫法", ""]})
    rows = {row.id: row for row in office.ledger.ask(queries.tree, 1, TODAY).tasks}
    assert rows[lit.id].lights.word(lit.light) == "本局叫法"
