bedarf-neu-help = enters or changes a need of your network
bedarf-neu-usage = <code>!need new TOPIC [until DAY]: NOTE</code>
bedarf-neu-examples = <code>!need new further training until 31.12.2027: We look for experience with alliances</code>
    <code>!need new for FKB OWL: moderation</code>
bedarf-neu-done = Entered for { $network }: { $line }. Who can help is shown by <code>!patron</code> with your topic. To take it back: <code>!need withdraw { $number }</code>
bedarf-neu-changed = There was a need for this topic already, I have changed it. For { $network } it now says: { $line }. To take it back: <code>!need withdraw { $number }</code>
bedarf-zurueck-help = takes a need back
bedarf-zurueck-usage = <code>!need withdraw NUMBER</code>
bedarf-zurueck-examples = <code>!need withdraw #3</code>
bedarf-zurueck-done = Need #{ $number } ({ $topic }) is taken back. To enter a new one: <code>!need new</code>
bedarf-liste-help = shows open needs: your own, a network’s, in a topic, or all
bedarf-liste-usage = <code>!need list [NETWORK | TOPIC | all] [PAGE]</code>
bedarf-liste-examples = <code>!need list</code>
    <code>!need list further training</code>
    <code>!need list all</code>
bedarf-liste-none = There is no open need for that. To enter one: <code>!need new further training</code>
bedarf-liste-title = { $count ->
    [one] There is one open need:
   *[other] There are { $count } open needs:
}
bedarf-liste-more = More: <code>!need list { $typed } page { $page }</code>
need-line = { $example ->
    [yes] { $topic }{ $until } (example){ $note } (#{ $number })
   *[no] { $topic }{ $until }{ $note } (#{ $number })
}
need-until = , until { $day }

error-unknown-need = There is no need #{ $number }. Your needs with their numbers are shown by <code>!need list</code>.
