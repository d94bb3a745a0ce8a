bedarf-neu-help = enters or changes a need of your network
bedarf-neu-usage = <code>!need new TOPIC [until DAY]: NOTE</code>
bedarf-neu-examples = <code>!need new further training until 31.12.2027: We look for experience with alliances</code>
    <code>!need new for FKB OWL: moderation</code>
bedarf-neu-done = Entered for { $network }: { $line }. To see who can help, write <code>!patron</code> and your topic. To take it back: <code>!need withdraw { $number }</code>
bedarf-neu-changed = There was a need for this topic already, I have changed it. For { $network } it now says: { $line }. As before: <code>!undo</code>
bedarf-zurueck-help = takes a need back
bedarf-zurueck-usage = <code>!need withdraw NUMBER</code>
bedarf-zurueck-examples = <code>!need withdraw #3</code>
bedarf-zurueck-done = Need #{ $number } ({ $topic }) is taken back. Was that a mistake? <code>!undo</code>
bedarf-liste-help = shows open needs: your own, a network’s, in a topic, or all
bedarf-liste-usage = <code>!need list [NETWORK | TOPIC | all] [PAGE | file]</code>
bedarf-liste-examples = <code>!need list</code>
    <code>!need list further training</code>
    <code>!need list all</code>
bedarf-liste-none = There is no open need for that. To enter one: <code>!need new further training</code>
bedarf-liste-title = { $count ->
    [one] There is one open need:
   *[other] There are { $count } open needs:
}
need-line = { $example ->
    [yes] { $topic }{ $until } (example){ $note } (#{ $number })
   *[no] { $topic }{ $until }{ $note } (#{ $number })
}
need-until = , until { $day }

error-unknown-need = There is no need #{ $number }. <code>!need list</code> shows yours with their numbers.
bedarf-short = what your network seeks
bedarf-undone = { $back ->
    [yes] It says again: { $line }
   *[no] This is no longer entered: { $line }
}
