// A person whose client is matrix-js-sdk (the crypto of Element), with keys for signed devices only.
//
// One JSON object a line comes in on stdin: {id, what, ...arguments}. For each, one goes out on
// stdout: {id, is} or {id, fault}.

import "fake-indexeddb/auto";
import * as readline from "node:readline";
import * as sdk from "matrix-js-sdk";
import {
    AllDevicesIsolationMode,
    CryptoEvent,
    OnlySignedDevicesIsolationMode,
    decodeRecoveryKey,
} from "matrix-js-sdk/lib/crypto-api/index.js";
import { logger } from "matrix-js-sdk/lib/logger.js";

const address = process.argv[2];
const SHIELDS = ["none", "grey", "red"];
const PHASES = ["", "unsent", "requested", "ready", "started", "cancelled", "done"];
const LOOK = 100;

logger.setLevel("silent");
for (const level of ["log", "info", "warn", "debug", "trace"]) console[level] = () => {};

let client;
let storageKey;
let written;

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

async function until(seconds, look) {
    for (const end = Date.now() + seconds * 1000; Date.now() < end; await pause(LOOK)) {
        const found = await look();
        if (found) return found;
    }
    return null;
}

function byPassword(user, password) {
    return { type: "m.login.password", identifier: { type: "m.id.user", user }, password };
}

function timeline(room) {
    return client.getRoom(room)?.getLiveTimeline().getEvents() ?? [];
}

// Relations stand outside of what is encrypted.
function repliesTo(event) {
    const relation = event.getWireContent()["m.relates_to"] ?? event.getRelation();
    return relation?.["m.in_reply_to"]?.event_id ?? null;
}

async function described(event) {
    const crypto = client.getCrypto();
    const info = event.isEncrypted() ? await crypto.getEncryptionInfoForEvent(event) : null;
    return {
        event_id: event.getId(),
        sender: event.getSender(),
        type: event.getType(),
        content: event.getContent(),
        answers: repliesTo(event),
        encrypted: event.isEncrypted(),
        failure: event.isDecryptionFailure() ? event.decryptionFailureReason : null,
        shield: info ? SHIELDS[info.shieldColour] : null,
    };
}

// Emoji verification from its request to its end; whoever looks here always says that they match.
async function play(request, seconds) {
    const phases = [];
    let emoji = null;
    let verifier;
    await until(seconds, async () => {
        const phase = PHASES[request.phase];
        if (phases.at(-1) !== phase) phases.push(phase);
        if (phase === "ready" && !verifier) verifier = await request.startVerification("m.sas.v1");
        if (verifier && !emoji) {
            emoji = [];
            verifier.on("show_sas", (shown) => {
                emoji = shown.sas.emoji.map(([sign]) => sign);
                shown.confirm().catch(() => {});
            });
            verifier.verify().catch(() => {});
        }
        return phase === "done" || phase === "cancelled";
    });
    return { phases, emoji, cancelled: request.cancellationCode };
}

const can = {
    // `identity`: "new" makes one, "restored" takes it out of secret storage by `recoveryKey`,
    // "none" leaves this device unsigned.
    async login({ user, password, identity = "new", strict = true, recoveryKey = null }) {
        const login = sdk.createClient({ baseUrl: address });
        const made = await login.loginRequest(byPassword(user, password));
        if (recoveryKey) storageKey = decodeRecoveryKey(recoveryKey);
        client = sdk.createClient({
            baseUrl: address,
            userId: made.user_id,
            deviceId: made.device_id,
            accessToken: made.access_token,
            verificationMethods: ["m.sas.v1"],
            cryptoCallbacks: {
                getSecretStorageKey: async ({ keys }) =>
                    storageKey ? [Object.keys(keys)[0], storageKey] : null,
                cacheSecretStorageKey: (id, info, key) => { storageKey = key; },
            },
        });
        await client.initRustCrypto({ useIndexedDB: false });
        const crypto = client.getCrypto();
        crypto.setDeviceIsolationMode(
            strict ? new OnlySignedDevicesIsolationMode() : new AllDevicesIsolationMode(true),
        );
        await client.startClient({ initialSyncLimit: 20, lazyLoadMembers: true });
        await new Promise((done) => client.once(sdk.ClientEvent.Sync, done));
        // Otherwise keys out of secret storage cannot be compared with the published ones.
        await crypto.userHasCrossSigningKeys(made.user_id, true);
        if (identity !== "none") {
            await crypto.bootstrapCrossSigning({
                authUploadDeviceSigningKeys: (upload) => upload(byPassword(user, password)),
            });
        }
        if (identity === "new") {
            await crypto.bootstrapSecretStorage({
                createSecretStorageKey: async () => {
                    const key = await crypto.createRecoveryKeyFromPassphrase();
                    written = key.encodedPrivateKey;
                    return key;
                },
                setupNewSecretStorage: true,
            });
        }
        return {
            user_id: made.user_id,
            device_id: made.device_id,
            ready: await crypto.isCrossSigningReady(),
            recoveryKey: written ?? null,
        };
    },

    // A new identity in place of the old one, as people do who have lost their recovery key.
    async reset({ user, password }) {
        await client.getCrypto().bootstrapCrossSigning({
            setupNewCrossSigning: true,
            authUploadDeviceSigningKeys: (upload) => upload(byPassword(user, password)),
        });
    },

    async create({ name = "", invite = [], encrypted = true, direct = false }) {
        const encryption = { algorithm: "m.megolm.v1.aes-sha2" };
        const made = await client.createRoom({
            name,
            invite,
            preset: direct ? "trusted_private_chat" : "private_chat",
            is_direct: direct,
            initial_state: encrypted
                ? [{ type: "m.room.encryption", state_key: "", content: encryption }]
                : [],
        });
        return made.room_id;
    },

    async joined({ room, user, seconds }) {
        return until(seconds, () => client.getRoom(room)?.getMember(user)?.membership === "join");
    },

    async invite({ room, user }) {
        await client.invite(room, user);
    },

    async join({ room }) {
        await client.joinRoom(room);
    },

    async say({ room, body }) {
        const content = { "msgtype": "m.text", body, "m.mentions": {} };
        return (await client.sendMessage(room, content)).event_id;
    },

    // The first answer to an event that can be read; null if there is none in time.
    async answer({ room, to, seconds }) {
        return until(seconds, async () => {
            const found = timeline(room).find((event) => repliesTo(event) === to);
            // Its key may come after it.
            return found && !found.isDecryptionFailure() ? described(found) : null;
        });
    },

    // Why the first answer to an event cannot be read; null if it can, or there is none.
    async failure({ room, to, seconds }) {
        return until(seconds, async () => {
            const found = timeline(room).find((event) => repliesTo(event) === to);
            const reason = found?.isDecryptionFailure() ? found.decryptionFailureReason : null;
            // Why it is withheld may come after it.
            return reason === "MEGOLM_UNKNOWN_INBOUND_SESSION_ID" ? null : reason;
        });
    },

    // All that somebody (null: anybody) sent to a room, in its order.
    async heard({ room, sender }) {
        const events = timeline(room).filter((e) => sender === null || e.getSender() === sender);
        return Promise.all(events.map(described));
    },

    // What this client thinks of a user and of their devices.
    async trust({ user }) {
        const crypto = client.getCrypto();
        const known = (await crypto.getUserDeviceInfo([user], true)).get(user) ?? new Map();
        const devices = {};
        for (const id of known.keys()) {
            const one = await crypto.getDeviceVerificationStatus(user, id);
            devices[id] = { signed: one?.signedByOwner, verified: one?.crossSigningVerified };
        }
        const status = await crypto.getUserVerificationStatus(user);
        return {
            devices,
            verified: status.isCrossSigningVerified(),
            changed: status.needsUserApproval,
        };
    },

    // Whether the user becomes verified in time; the signature is sent after the last step.
    async verified({ user, seconds }) {
        const crypto = client.getCrypto();
        const look = async () => (await crypto.getUserVerificationStatus(user)).isCrossSigningVerified();
        return (await until(seconds, look)) ?? false;
    },

    async verifyInRoom({ user, room, seconds }) {
        return play(await client.getCrypto().requestVerificationDM(user, room), seconds);
    },

    async verifyDevice({ user, device, seconds }) {
        return play(await client.getCrypto().requestDeviceVerification(user, device), seconds);
    },

    // Go on with a user who had been verified and has another identity now.
    async agree({ user }) {
        await client.getCrypto().withdrawVerificationRequirement(user);
    },

    async masterKey() {
        return client.getCrypto().getCrossSigningKeyId();
    },

    async logout() {
        await client.logout(true);
    },
};

function tell(answer) {
    process.stdout.write(`${JSON.stringify(answer)}\n`);
}

for await (const line of readline.createInterface({ input: process.stdin })) {
    const { id, what, ...given } = JSON.parse(line);
    can[what](given).then(
        (is) => tell({ id, is: is ?? null }),
        (fault) => tell({ id, fault: String(fault?.message ?? fault) }),
    );
}
process.exit(0);
