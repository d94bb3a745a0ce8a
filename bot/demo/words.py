"""What the demo says to its visitor, in one place. The bot's own sentences are in `locales/`."""

from __future__ import annotations

# Installing and starting
PREPARING = "Homeserver wird vorbereitet"
STARTING_SERVER = "Homeserver wird gestartet"
FURNISHING = "Räume und Personen werden angelegt"
STARTING_BOT = "Der Lotse wird gestartet"
SETTING_UP = "Das Büro richtet die Demo ein"
MAKING_VENV = "Umgebung für Synapse: {venv}"
INSTALLING = "{count} Pakete werden geladen (beim ersten Mal etwa eine Minute)"
CHECKING = "Pakete werden geprüft"
NO_ENSUREPIP = "Python kann keine Umgebung anlegen. Bitte: apt-get install python3-venv"
VENV_FAILED = "Die Umgebung für Synapse ließ sich nicht anlegen:"
INSTALL_FAILED = "Synapse ließ sich nicht installieren:"
NO_HOMESERVER = "Der Homeserver ist nicht gestartet. Das Ende von {log}:"
NO_BOT = "Der Lotse läuft nicht mehr. Das Ende von {log}:"
NOT_ARRIVED = "Der Lotse hat die Einladungen in die Räume nicht angenommen."
ALREADY_RUNNING = "Im Ordner {folder} läuft schon eine Demo."

# Scripts
UNANSWERED = "Zeile {number}: keine Antwort in {seconds:.0f} s auf: {text}"
ANSWERED = "Zeile {number}: hätte nicht beantwortet werden sollen: {text}"
NOT_HEARD = "Zeile {number}: in {room} kam in {seconds:.0f} s nichts mit: {text}"
REFUSED = "Zeile {number}: erwartet wurde „{wanted}“ als Antwort auf: {text}\n{answer}"
BAD_LINE = "Zeile {number}: erwartet wird „wer | Raum | Text“, gelesen: {line}"
UNKNOWN_PERSON = "Zeile {number}: unbekannte Person „{name}“. Es gibt: {known}"
UNKNOWN_ROOM = "Zeile {number}: unbekannter Raum „{name}“. Es gibt: {known}"
NO_SCRIPT = "Das Drehbuch {path} lässt sich nicht lesen."

# Names
BOT = "Lotse"
PEOPLE = {"anna": "Anna", "bernd": "Bernd", "buero": "Büro"}
ROOMS = {
    "gemeinschaft": "Gemeinschaft",
    "ansagen": "Ansagen",
    "buero": "Büro",
    "direkt": "Lotse (direkt)",
}
SPACE = "Fachkräftenetzwerke (Demo)"

# The chat
WELCOME = """
Willkommen. Sie schreiben als {person} im Raum {room}; der Lotse liest mit.
Probieren Sie: !hilfe   oder: !pate Pflege in NRW
In einer Minute kommt eine Ansage. Zur Ansage: :antwort Warum?
Befehle dieses Programms: :hilfe   Ende: Strg-C

Mit Element ansehen: Homeserver {address}
{logins}
"""
LOGIN = "  Benutzer {name}, Passwort {password}"
HELP = """:raum [Name]    Raum wechseln oder Räume zeigen
:person [Name]  Person wechseln oder Personen zeigen
:antwort Text   dem Lotsen auf das antworten, was er zuletzt gesagt hat,
                auch in einem anderen Raum. Zur Ansage: :antwort Warum?
:datei          zeigen, was in der letzten Datei steht
:hilfe          diese Übersicht
:ende           alles beenden (auch Strg-C oder Strg-D)
Alles andere geht als Nachricht in den Raum.
Befehle des Lotsen beginnen mit „!“."""
PROMPT = "{person} in {room}> "
CHOICE = "{here} {name:<14}{title}"
NOW = "Sie sind jetzt {person} im Raum {room}."
NO_SUCH_ROOM = "Diesen Raum gibt es nicht. :raum zeigt alle."
NO_SUCH_PERSON = "Diese Person gibt es nicht. :person zeigt alle."
NOT_A_MEMBER = "{person} ist nicht im Raum {room}."
NO_SUCH_COMMAND = "Das kennt dieses Programm nicht. :hilfe zeigt, was es kann."
NO_ANSWER = "Bitte schreiben Sie die Antwort dazu, zum Beispiel :antwort Warum?"
NOTHING_TO_ANSWER = "Hier hat der Lotse noch nichts gesagt, worauf Sie antworten könnten."
FORBIDDEN = "Das lässt der Homeserver nicht zu ({reason})."
UNREACHED = "Der Homeserver antwortet gerade nicht. Bitte versuchen Sie es noch einmal."
CUT = "…"
EDITED = " (geändert)"
REACTED = "reagiert mit {key}"
FILE = "Datei: {name} ({size}); :datei zeigt, was darin steht"
UNKNOWN_SIZE = "Größe unbekannt"
NO_FILE = "Hier ist noch keine Datei angekommen."
NOT_TEXT = "In dieser Datei steht kein Text."
GOODBYE = "Die Demo wird beendet."
