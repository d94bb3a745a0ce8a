ansage-neu-help = plant eine Ansage, einmal oder immer wieder
ansage-neu-usage = <code>!ansage neu WANN in #RAUM: TEXT</code>
    Der Raum darf fehlen. Dann geht die Ansage in alle Räume mit Ansagen. Der Text darf mehrere Zeilen haben.
ansage-liste-help = zeigt die geplanten Ansagen und ihren nächsten Termin
ansage-name = Ansage Nummer { $number }: „{ $beginning }“
ansage-new = Die Ansage Nummer { $number } ist geplant: { $rhythm }. Sie kommt am:
ansage-rooms = { $rooms ->
    [0] Noch bekommt kein Raum solche Ansagen. Bis dahin zeige ich sie nur dem Büro. Bitte schreiben Sie im richtigen Raum: <code>!ansagen hier an</code>
   *[other] Sie geht an: { $rooms }
}
ansage-stop-hint = So beenden Sie die Ansage: <code>!ansage stopp { $number }</code>
ansage-none = Es ist keine Ansage geplant. So planen Sie eine: <code>!ansage neu</code>
ansage-list = { $count ->
    [1] Eine Ansage ist geplant:
   *[other] { $count } Ansagen sind geplant:
}
ansage-line = { $name }. Sie kommt { $rhythm }. Das nächste Mal: { $due }
ansage-list-next = So beenden Sie eine Ansage: <code>!ansage stopp NUMMER</code>
ansage-stopped = Die Ansage Nummer { $number } kommt nicht mehr. Der Text war:
    { $text }

error-unknown-announcement = Eine Ansage Nummer { $number } ist nicht geplant. So sehen Sie alle Ansagen: <code>!ansage liste</code>
error-unknown-room = Den Raum „{ $text }“ finde ich nicht. Vielleicht heißt kein Raum so. Vielleicht heißen mehrere Räume so. Hier sehen Sie alle Namen: <code>!raum liste</code>
    Die Raum-Kennung passt immer. Sie beginnt mit <code>!</code>
error-text-too-long = Der Text der Ansage ist zu lang für eine Nachricht. Erlaubt sind etwa { $limit } Zeichen. Bitte schreiben Sie weniger.
ansage-draft = <strong>Entwurf einer Ansage.</strong> Noch gilt nichts davon. So oft kommt die Ansage: { $rhythm }. Das sind die Termine:
ansage-resumed = Die Ansage Nummer { $number } kommt wieder: { $rhythm }.
error-announced-since = Die Ansage Nummer { $number } steht schon in den Räumen. Sie lässt sich nicht mehr zurücknehmen. So beenden Sie die Ansage: <code>!ansage stopp { $number }</code>
