# What the office is told about rooms and messages.

office-room-encrypted = The room { $room } is encrypted. I cannot do that yet, so I do not answer there and never write clear text into it. Please use a room without encryption for me.
office-post-refused = I could not deliver a message to { $target } ({ $reason }). Please check that I am still a member there and may write.
office-sync-stuck = For more than ten minutes the homeserver has given me no new messages, although it answers. Please let the server’s administrators have a look. Nothing is lost; I go on trying.
