# What the office is told about rooms and messages, and who waits for a file.

office-room-encrypted = The room { $room } is encrypted. I cannot do that yet, so I do not answer there and never write clear text into it. Please use a room without encryption for me.
office-post-refused = I could not deliver a message to { $target } ({ $reason }). Please check that I am still a member there and may write.
office-sync-stuck = For more than ten minutes the homeserver has given me no new messages, although it answers. Please let the server’s administrators have a look. Nothing is lost; I go on trying.
office-file-refused = I could not upload a file for { $target } ({ $reason }). Please have somebody check whether the homeserver takes files and how large they may be.

file-too-large = The file “{ $name }” is larger than our server allows, so I cannot send it. The office has been told. Meanwhile, please ask for a smaller part.
file-not-sent = I could not send the file “{ $name }”, sorry: our server does not take it just now. The office has been told. Please try again in a few minutes.
