# What the office is told about rooms and messages, and who waits for a file.

office-room-encrypted = The room { $room } is encrypted, and I cannot encrypt just now ({ $reason }). So I do not answer there and never write clear text into it. Please have somebody look with <code>netzwerklotse check</code>.
office-post-refused = I could not deliver a message to { $target } ({ $reason }). Please check that I am still a member there and may write.
office-sync-stuck = For more than ten minutes the homeserver has given me no new messages, although it answers. Please let the server’s administrators have a look. Nothing is lost; I go on trying.
office-move-unproved = The room { $room } is said to be replaced by { $successor }, but whoever said so was not allowed to, or the new room says otherwise. So I did not move. If it is true, please invite me to the new room and enter there what it serves, for example: <code>!room announcements</code>
office-outage = For { $minutes } minutes I was cut off from the Matrix server, { $cause ->
    [name] because its name could not be found (DNS)
    [certificate] because its certificate was not valid (TLS)
    [refused] because nothing was running there
    [network] because there was no network
    [silence] because it did not answer
    [broken] because the connection broke again and again
   *[failing] because it only gave errors
}. It works again, and I am catching up. Please tell the server’s administrators.
office-restored = I had to go back to an earlier state of my data, that of { $since }. I say nothing twice. { $count ->
        [0] Nobody has written to me since.
       *[other] What these people have written to me since, I answered, but no longer know: { $people }{ $more ->
            [0] {""}
           *[other] {" "}and { $more } more
        }. Please ask them what has to be entered again.
    }
office-restored-person = { $user } ({ $count ->
        [one] one message
       *[other] { $count } messages
    })
office-disk-full = I can no longer store anything on my machine; its disk is probably full. Until that is mended I neither answer nor announce; nothing is lost, and then I go on by myself. Please tell your technicians at once.
office-backup-failed = Today’s backup of my data has failed ({ $reason }). I try again every hour. Please let your technicians look at the disk space.
office-identity-changed = Important: { $user } now uses Matrix with a new cryptographic identity. That is harmless if the person has lost their recovery key. But somebody may also have taken over the account. Until you have asked, the person’s rights rest. Please give them a call. If all is well, write here: <code>!role confirm { $user }</code>
office-file-refused = I could not upload a file for { $target } ({ $reason }). Please have somebody check whether the homeserver takes files and how large they may be.

file-too-large = The file “{ $name }” is larger than our server allows, so I cannot send it. The office has been told. Meanwhile, please ask for a smaller part.
file-not-sent = I could not send the file “{ $name }”, sorry: our server does not take it just now. The office has been told. Please try again in a few minutes.
answer-too-large = My answer is larger than our server allows, so I cannot send it. The office has been told. Meanwhile, please ask for a smaller part.
answer-refused = Our server did not take my answer. The office has been told. Please look whether what you wanted has happened all the same, and otherwise try again.

flood-told = { $whose ->
    [person] Those were more commands at once than I take. I heard the first ones, but not this one and those after it. Please wait a minute, then send again what is missing.
    [room] More commands are coming in this room than I take; I did not hear this one. Please write to me directly, or try again in a minute.
   *[other] More commands are coming than I take; I did not hear this one. Please try again in a few minutes.
}
office-flood = { $whose ->
    [server] Unusually many commands are coming from the server { $server }. I do not answer what is over the limit. Please have a look who writes there; whoever disturbs can be removed from the room.
   *[everyone] Unusually many commands are coming from everywhere. I do not answer what is over the limit. Please have a look at what is going on in the rooms.
}

message-unreadable = I cannot read this message yet, because its key has not reached me. If it still comes, I answer. If not: please write it once more, and verify your device in Element under “Sessions”.
