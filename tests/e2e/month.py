"""Thirty days of Frau Anna, who speaks for FKB OWL and never read a manual.

She writes from whatever is at hand; Bernd of Ems-Achse and the office are there, too. The days are a
sequence: the bot's clock is the real one, so that dates are typed as people say them.
"""

from __future__ import annotations

from datetime import date, timedelta

from tests.e2e.cast import Cast
from tests.e2e.playing import Said

MEETING = f"{date.today() + timedelta(days=300):%d.%m.%Y}"  # noqa: DTZ011 -- far from any post


async def appointed(cast: Cast) -> None:
    """The office enters who speaks for whom."""
    for person, network in ((cast.anna, "FKB OWL"), (cast.bernd, "Ems-Achse")):
        given = f"!rolle koordination {person.user_id} {network}"
        assert "spricht jetzt für" in (await cast.buero.say(cast.office_room, given)).text


async def she_looks_around(cast: Cast) -> None:
    """Greets, asks, mistypes, and finds the bot by every name it has."""
    room, pc, phone = cast.room, cast.pc, cast.phone
    assert "Guten Tag" in (await phone.say(cast.direct, "hallo")).text
    assert "!pate" in (await phone.say(cast.direct, "was kannst du?")).text
    await pc.say(room, "Guten Morgen zusammen", answers=0)
    near = await pc.say(room, "!patne Pflege in Niedersachsen")
    assert "Pflegenetz SON" in (await pc.tap(near.answer, "✅")).text
    near = await cast.fluffy.say(room, "!projekt lsite")
    assert "noch kein Projekt" in (await cast.fluffy.reply(near.answer, "ja")).text
    assert "noch kein Projekt" in (await cast.nheko.say(room, "/projekt liste ")).text
    assert "!projekt" in (await cast.cinny.say(room, "//hilfe")).text
    for desk in (pc, cast.cinny, phone, cast.tablet, cast.fluffy, cast.nheko, cast.gomuks):
        assert "HEIMVORTEIL" in (await desk.mention(room, "pate Rückkehr Sauerland")).text
    await phone.say(room, "!pate")
    assert "Pflegenetz SON" in (await phone.say(room, "Pflege in Niedersachsen")).text


async def she_asks_bernd(cast: Cast) -> Said:
    """One request in a line, one by a form, one by mistake; gives the message of the first."""
    pc, phone, bernd = cast.pc, cast.phone, cast.colleague
    asked = await pc.say(cast.room, "!pate anfragen 4 Wie haben Sie Betriebe gewonnen?")
    assert "#1" in asked.text
    tapped = await bernd.tap(await bernd.direct("Betriebe gewonnen"), "✅")
    assert "#1" in tapped.text
    assert "angenommen" in (await phone.direct("Anfrage #1 an")).body
    assert "gilt weiter" in (await bernd.delete(tapped)).text
    await phone.say(cast.direct, "pate anfragen 4")
    summary = await phone.say(cast.direct, 'Wie messen Sie "Wirkung" - und womit?')
    assert "Wirkung" in summary.text
    assert "#2" in (await phone.say(cast.direct, "ja")).text
    question = await bernd.direct("Wirkung")
    assert "#2" in (await bernd.reply(question, "!annehmen Gern, rufen Sie an.")).text
    assert "Anfrage #2" in (await phone.direct("Gern, rufen Sie an.")).body
    mistake = await pc.say(cast.room, "!pate anfragen 19 Wie geht das mit dem Umzug?")
    assert "#3" in mistake.text
    assert "Zurückgenommen" in (await pc.delete(mistake)).text
    await bernd.say(cast.room, "!anfrage erledigt 1 Der Austausch hat geholfen.")
    assert "erledigt" in (await phone.direct("Der Austausch hat geholfen.")).body
    return asked


async def she_offers(cast: Cast) -> None:
    """Forms: left, cancelled, corrected, put off, filled in one go, and those of somebody else."""
    room, pc, phone, tablet = cast.room, cast.pc, cast.phone, cast.tablet
    form = await tablet.say(room, "!angebot neu")
    form = await tablet.reply(form.answer, "MINT")
    form = await tablet.reply(form.answer, "7")
    assert "7" in form.text
    form = await tablet.reply(form.answer, "zurück")
    assert "bleibt alles" in (await tablet.reply(form.answer, "abbrechen")).text
    await phone.say(cast.direct, "!angebot neu")
    await phone.say(cast.direct, "MINT")
    assert "!weiter" in (await phone.say(cast.direct, "später")).text
    theirs = await cast.colleague.say(room, "!angebot neu")
    assert "jemand anderen" in (await pc.reply(theirs.answer, "MINT")).text
    await pc.tap(theirs.answer, "1️⃣", answers=0)
    cast.abandoned.append(theirs)
    await phone.say(cast.direct, "!weiter")
    summary = await phone.say(cast.direct, "3")
    assert "MINT" in (await phone.tap(summary.answer, "✅")).text
    form = await pc.say(room, "!angebot neu")
    whole = "Thema: Steuerung\nStufe: 2\nBemerkung: Beirat seit 2019"
    summary = await pc.reply(form.answer, whole)
    assert "Steuerung" in (await pc.tap(summary.answer, "✅")).text
    await pc.reply(summary.answer, "ja", answers=0)
    assert "schon beantwortet" in (await pc.tap(summary.answer, "❌")).text
    entered = await cast.gomuks.say(room, "!angebot neu Monitoring Stufe 1: Datenblatt")
    await cast.gomuks.edit(entered, "!angebot neu Monitoring Stufe 2: Datenblatt")


async def she_seeks(cast: Cast) -> None:
    """A need that was none, one until Friday, one picked from a menu, one never finished."""
    wrong = await cast.tablet.say(cast.room, "!bedarf neu Moderation")
    assert "Zurückgenommen" in (await cast.tablet.delete(wrong)).text
    until = "!bedarf neu Rückkehr bis nächsten Freitag: Erste Rückkehrertage"
    assert "Fr., " in (await cast.cinny.say(cast.room, until)).text
    picked = cast.terminal.invoke(
        "bedarf neu",
        "bedarf neu Weiterbildung",
        topic="Weiterbildung",
        until="31.12.2027",
        note="Erfahrung mit Verbünden",
        network=None,
    )
    assert "2027" in (await cast.gomuks.send(cast.room, picked)).text
    cast.abandoned.append(await cast.cinny.say(cast.room, "!bedarf neu"))


async def she_reports(cast: Cast, thread: Said) -> None:
    """Two projects and what happened in them, in every order of words."""
    room, pc, phone, nheko = cast.room, cast.pc, cast.phone, cast.nheko
    begun = "!projekt neu Willkommen im Kreis Thema: Willkommenskultur"
    assert "#1" in (await phone.say(cast.direct, begun)).text
    form = await pc.say(room, "!projekt neu")
    summary = await pc.reply(form.answer, "Pflegecampus Bielefeld\nThema: Pflege")
    assert "#2" in (await pc.reply(summary.answer, "ja")).text
    told = "!projekt meldung 2\ngestern: Förderung bewilligt\nvor drei Tagen: Auftakt"
    assert "2 Meldungen" in (await pc.say(room, told)).text
    await nheko.say(room, "!projekt 2 meldung vorgestern: Gespräch mit der Kammer")
    await phone.say(room, "!meldung #2 Plakat gehängt")
    await phone.say(cast.direct, "projekt meldung")
    await phone.say(cast.direct, "#1")
    await phone.say(cast.direct, "gestern: Stammtisch mit Zugezogenen")
    assert "Willkommen im Kreis" in (await phone.say(cast.direct, "ja")).text
    shown = await nheko.say(room, "!projekt zeige 2")
    counted = await nheko.reply(shown.answer, "!meldung 30 Betriebe dabei")
    assert "Pflegecampus" in (await nheko.edit(counted, "!meldung 31 Betriebe dabei")).text
    assert "Pflegecampus" in (await pc.reply(shown.answer, "!meldung Noch ein Treffen")).text
    assert "Zurückgenommen" in (await pc.say(room, "!rückgängig")).text
    typo = await cast.cinny.say(room, "!meldung 2 Fortbildung geplannt")
    await cast.cinny.edit(typo, "!meldung 2 Fortbildung geplant")
    wrong = await cast.fluffy.say(room, "!meldung 2 Gehört woandershin")
    assert "Zurückgenommen" in (await cast.fluffy.delete(wrong)).text
    both = await pc.say(room, "!tagung\n!projekt liste")
    assert "kein nächstes Jahrestreffen" in both.text
    assert "Pflegecampus" in both.text
    within = await pc.thread(room, thread.event_id, thread.answer.event_id, "!anfrage liste")
    assert within.answer.thread == thread.event_id


async def the_bot_is_away(cast: Cast) -> None:
    """What was said to a bot that was down is answered when it is back."""
    late, question, report = await cast.stage.away(
        lambda: cast.phone.say(cast.direct, "!meldung 1 Während der Pause gemeldet"),
        lambda: cast.colleague.say(cast.room, "!netzwerk FKB OWL"),
        lambda: cast.buero.say(cast.office_room, "!rolle liste"),
    )
    assert "Willkommen im Kreis" in late.text
    assert "Bielefeld" in question.text
    assert cast.bernd.user_id in report.text


async def she_reads(cast: Cast) -> None:
    """Pages by a tap and by a word, a file, and a bot that says "du" and keeps quiet."""
    room, fluffy = cast.room, cast.fluffy
    first = await fluffy.say(room, "!angebot liste alle")
    second = await fluffy.tap(first.answer, "▶️")
    assert "HEIMVORTEIL" in second.text
    cast.abandoned += [first, second]
    first = await cast.pc.say(room, "!angebot liste alle")
    cast.abandoned.append(first)
    second = await cast.pc.reply(first.answer, "mehr")
    assert "HEIMVORTEIL" in second.text
    await cast.pc.tap(second.answer, "📄")
    file = (await cast.anna.wait_for(lambda e: e.file is not None, 30)).file
    assert file
    assert "HEIMVORTEIL" in (await cast.anna.download(file)).decode()
    assert "„du“" in (await cast.phone.say(cast.direct, "!sprache du")).text
    assert "dich" in (await cast.pc.say(room, "!ruhe")).text
    hours = await cast.phone.direct("Ruhe sein")
    await cast.phone.reply(hours, "20-7 Uhr")
    assert "20:00 bis 07:00" in (await cast.phone.say(hours.room_id, "ja")).text


async def the_office_plans(cast: Cast) -> None:
    """A meeting is entered, after two wrong people agreed, then moved and cancelled."""
    room, buero = cast.room, cast.buero
    typed = f"!tagung neu 9. Fachtagung | Gemeinsam stark | {MEETING} 10:00 | Berlin"
    draft = await buero.say(room, typed)
    await cast.colleague.tap(draft.answer, "✅", answers=0)
    assert "jemand anderen" in (await cast.pc.reply(draft.answer, "ja")).text
    entered = await buero.tap(draft.answer, "✅")
    assert "ist eingetragen" in entered.text
    await buero.reply(entered.answer, "!tagung ändern Ort: Bonn")
    assert "ist geändert" in (await buero.say(room, "!ja")).text
    assert "Bonn" in (await cast.colleague.say(room, "!tagung")).text
    draft = await buero.say(room, "!tagung absagen")
    await buero.tap(draft.answer, "❌", answers=0)
    draft = await buero.say(room, "!tagung absagen")
    assert "ist abgesagt" in (await buero.reply(draft.answer, "Ja!")).text


async def she_is_brief(cast: Cast) -> None:
    """A day of hers, short enough for a bot that dies at every message."""
    room, pc, phone, bernd = cast.room, cast.pc, cast.phone, cast.colleague
    near = await cast.fluffy.say(room, "!projekt lsite")
    assert "noch kein Projekt" in (await cast.fluffy.tap(near.answer, "✅")).text
    await phone.say(cast.direct, "pate anfragen 4")
    await phone.say(cast.direct, "Wie haben Sie angefangen?")
    assert "#1" in (await phone.say(cast.direct, "ja")).text
    assert "#1" in (await bernd.tap(await bernd.direct("angefangen"), "✅")).text
    assert "angenommen" in (await phone.direct("Anfrage #1 an")).body
    form = await pc.say(room, "!projekt neu")
    summary = await pc.reply(form.answer, "Pflegecampus Bielefeld")
    assert "#1" in (await pc.tap(summary.answer, "✅")).text
    await pc.reply(summary.answer, "ja", answers=0)
    typo = await cast.gomuks.say(room, "!meldung 1 gestern: Auftackt")
    await cast.gomuks.edit(typo, "!meldung 1 gestern: Auftakt")
    wrong = await cast.nheko.say(room, "!meldung 1 Gehört woandershin")
    assert "Zurückgenommen" in (await cast.nheko.delete(wrong)).text
    await cast.cinny.say(room, "!angebot neu MINT Stufe 2")
    assert "Zurückgenommen" in (await cast.cinny.say(room, "!rückgängig")).text
    cast.abandoned.append(await cast.tablet.say(room, "!bedarf neu"))
