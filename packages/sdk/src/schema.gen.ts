// Made by `npm run openapi` out of openapi.json; do not edit.

export interface paths {
    "/api/auth/sign-in/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with an e-mail address and a password; sets the session cookie */
        post: operations["signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the session of the cookie, on every screen that uses it */
        post: operations["signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened, oldest first
         * @description Come back with `next_cursor` as `after`: it always stands, also when there was nothing new. Events of brands that the caller does not see are left out.
         */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload one file, to attach to a message
         * @description `multipart/form-data` with one file of at most 30 MB. A file that no message takes within a day is removed.
         */
        post: operations["uploadFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file’s name, type, size and a fresh link */
        get: operations["getFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/intake": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Mail that came in, newest first */
        get: operations["listIntake"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/intake/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read a failed or blocked mail again */
        post: operations["retryIntake"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One message */
        get: operations["getMessage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Undo: take a message back before it goes */
        post: operations["cancelMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{id}/raw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The mail as it came
         * @description As an attachment of type `message/rfc822`. 404 for a message that did not come by mail.
         */
        get: operations["getRawMessage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/outbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What goes out, newest first */
        get: operations["listOutbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/outbox/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A mail exactly as it is sent */
        get: operations["getOutboxMail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/outbox/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a mail back before it goes */
        post: operations["cancelOutboxMail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/outbox/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a mail that failed or waits, now */
        post: operations["retryOutboxMail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tickets, newest first
         * @description Spam and trash only on request (`folder`).
         */
        get: operations["listTickets"];
        put?: never;
        /** Open a ticket */
        post: operations["createTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One ticket with who takes part, links and own drafts */
        get: operations["getTicket"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a ticket */
        patch: operations["updateTicket"];
        trace?: never;
    };
    "/api/v1/tickets/{number}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Keep what this agent is writing */
        put: operations["saveDraft"];
        post?: never;
        /** Throw an own draft away */
        delete: operations["discardDraft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Link two tickets */
        post: operations["linkTickets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/links/{other}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a link away */
        delete: operations["unlinkTickets"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer the customer, or write a note
         * @description A public message goes out by mail at once, or after `undo_seconds` in which it can be taken back.
         */
        post: operations["addMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/participants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who takes part */
        get: operations["listParticipants"];
        put?: never;
        /** Let someone take part: copies from now on, and their replies join */
        post: operations["addParticipant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/participants/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** No more copies to this person */
        delete: operations["removeParticipant"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/participants/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Trust someone who came in by a forwarded mail */
        post: operations["confirmParticipant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note that this agent has read it up to now */
        post: operations["markTicketRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that happened on a ticket, oldest first */
        get: operations["readTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The standard views with their counts */
        get: operations["listViews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The program is alive */
        get: operations["isAlive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The program can serve */
        get: operations["isReady"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Address: {
            address: string;
            name: string;
        };
        AgentRef: {
            id: number;
            name: string;
        };
        Attachment: {
            /** @description What `cid:` in the HTML names */
            content_id: string | null;
            id: number;
            inline: boolean;
            name: string;
            size: number;
            type: string;
            /** @description Signed, good for an hour */
            url: string;
        };
        BrandRef: {
            color: string;
            id: number;
            name: string;
        };
        CustomerRef: {
            email: string | null;
            id: number;
            name: string;
        };
        Delivery: {
            attempts: number;
            id: number;
            last_error: string | null;
            sent_at: string | null;
            /** @enum {string} */
            status: "queued" | "sending" | "sent" | "failed" | "cancelled";
            undo_until: string | null;
        };
        Draft: {
            attachments: components["schemas"]["Attachment"][];
            cc: components["schemas"]["Address"][];
            html: string;
            /** @enum {string} */
            kind: "public" | "note";
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            updated_at: string;
        };
        Event: {
            actor: {
                id: number | null;
                /** @enum {string} */
                type: "agent" | "customer" | "system";
            };
            brand: number | null;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            created_at: string;
            /** @description Ids, numbers and codes only */
            data: {
                [key: string]: unknown;
            };
            id: number;
            message: number | null;
            /** @description Where the feed goes on after this event */
            position: string;
            /** @description The ticket’s number */
            ticket: number | null;
            /** @enum {string} */
            type: "ticket.created" | "ticket.updated" | "ticket.linked" | "ticket.unlinked" | "message.added" | "message.queued" | "message.sent" | "message.failed" | "message.cancelled" | "message.bounced" | "message.delayed" | "participant.added" | "participant.confirmed" | "participant.removed" | "customer.created" | "customer.updated" | "organization.created" | "organization.updated" | "brand.created" | "brand.updated" | "inbox.created" | "inbox.updated" | "inbox.removed" | "team.created" | "team.updated" | "agent.created" | "agent.updated" | "token.created" | "token.removed" | "block.added" | "block.removed" | "workspace.updated" | "intake.failed" | "intake.retried";
        };
        File: {
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            created_at: string;
            id: number;
            name: string;
            /** @description Bytes */
            size: number;
            type: string;
            /** @description Signed, good for an hour */
            url: string;
        };
        IntakeMail: {
            attempts: number;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            created_at: string;
            /** @description Empty: a report, RFC 5321 §4.5.5 */
            envelope_from: string | null;
            envelope_to: string;
            error: string | null;
            id: number;
            inbox: {
                address: string;
                id: number;
            };
            message: number | null;
            next_attempt_at: string | null;
            /** @description Bytes */
            size: number;
            /** @enum {string} */
            source: "smtp" | "lmtp" | "imap";
            /** @enum {string} */
            status: "received" | "done" | "duplicate" | "blocked" | "failed";
            /** @description The ticket’s number */
            ticket: number | null;
        };
        Message: {
            attachments: components["schemas"]["Attachment"][];
            author: {
                id: number | null;
                name: string;
                /** @enum {string} */
                type: "agent" | "customer" | "system";
            };
            /** @description What kind of machine wrote it, if one did */
            automatic: string | null;
            cc: components["schemas"]["Address"][];
            /** @enum {string} */
            channel: "email" | "phone" | "chat" | "form" | "letter" | "walk_in" | "api" | "web";
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            created_at: string;
            delivery: components["schemas"]["Delivery"] | null;
            /** @enum {string} */
            direction: "in" | "out";
            from: components["schemas"]["Address"];
            /** @description The mail as it came can be downloaded */
            has_raw: boolean;
            /** @description Sanitised; remote images stand in data-remote-src, inline ones in data-cid */
            html: string | null;
            id: number;
            /** @enum {string} */
            kind: "public" | "note";
            language: string | null;
            /** @description In angle brackets */
            message_id: string | null;
            /** @description Codes of what was odd about it, e.g. truncated */
            notices: string[];
            /** @description What is new, without quotes and signature */
            reply_text: string;
            /** @enum {string} */
            sender_check: "verified" | "unverified" | "failed" | "none";
            subject: string;
            /** @description The whole */
            text: string;
            /** @description The ticket’s number */
            ticket: number;
            to: components["schemas"]["Address"][];
            /** @constant */
            type: "message";
        };
        OutboxMail: {
            attempts: number;
            cc: {
                address: string;
                name: string;
            }[];
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            created_at: string;
            from: {
                address: string;
                name: string;
            };
            id: number;
            /** @enum {string} */
            kind: "reply" | "acknowledgement";
            last_error: string | null;
            /** @description The message’s id */
            message: number | null;
            /** @description In angle brackets */
            message_id: string;
            next_attempt_at: string | null;
            /** @description The envelope */
            recipients: {
                address: string;
                /** @enum {string} */
                status: "waiting" | "accepted" | "refused";
            }[];
            sent_at: string | null;
            /** @enum {string} */
            status: "queued" | "sending" | "sent" | "failed" | "cancelled";
            subject: string;
            /** @description The ticket’s number */
            ticket: number | null;
            to: {
                address: string;
                name: string;
            }[];
            /** @description Why a queued one does not go now: its time, no SMTP server for its inbox, or OMBUD_OUTBOUND=hold */
            waiting_for: ("time" | "configuration" | "hold") | null;
        };
        OutboxMailDetail: {
            attempts: number;
            cc: {
                address: string;
                name: string;
            }[];
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            created_at: string;
            from: {
                address: string;
                name: string;
            };
            headers: {
                name: string;
                value: string;
            }[];
            html: string;
            id: number;
            /** @enum {string} */
            kind: "reply" | "acknowledgement";
            last_error: string | null;
            /** @description The message’s id */
            message: number | null;
            /** @description In angle brackets */
            message_id: string;
            next_attempt_at: string | null;
            /** @description The envelope */
            recipients: {
                address: string;
                /** @enum {string} */
                status: "waiting" | "accepted" | "refused";
            }[];
            sent_at: string | null;
            /** @description The mail exactly as it is sent */
            source: string;
            /** @description It is longer than the 1 MB shown */
            source_cut: boolean;
            /** @enum {string} */
            status: "queued" | "sending" | "sent" | "failed" | "cancelled";
            subject: string;
            text: string;
            /** @description The ticket’s number */
            ticket: number | null;
            to: {
                address: string;
                name: string;
            }[];
            /** @description Why a queued one does not go now: its time, no SMTP server for its inbox, or OMBUD_OUTBOUND=hold */
            waiting_for: ("time" | "configuration" | "hold") | null;
        };
        Participant: {
            address: string;
            confirmed: boolean;
            customer: components["schemas"]["CustomerRef"];
            id: number;
            name: string;
            /** @enum {string} */
            role: "requester" | "cc";
        };
        /** @description RFC 9457 problem details; `code` is stable */
        Problem: {
            code: string;
            detail?: string;
            errors?: {
                code: string;
                field: string;
                message: string;
            }[];
            instance?: string;
            status: number;
            title: string;
            type: string;
        };
        TeamRef: {
            id: number;
            name: string;
        };
        Ticket: {
            assignee: components["schemas"]["AgentRef"] | null;
            brand: components["schemas"]["BrandRef"];
            /** @enum {string} */
            channel: "email" | "phone" | "chat" | "form" | "letter" | "walk_in" | "api" | "web";
            /** @description When a solved ticket closes by itself */
            close_at: string | null;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            created_at: string;
            /** @enum {string} */
            folder: "inbox" | "spam" | "trash";
            id: number;
            inbox: {
                address: string;
                id: number;
            } | null;
            /** @enum {string} */
            kind: "question" | "incident" | "problem" | "task" | "complaint" | "order";
            language: string | null;
            last_author: string;
            /** @enum {string} */
            last_direction: "in" | "out";
            /** @description The beginning of the newest message */
            last_line: string;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            last_message_at: string;
            message_count: number;
            /** @description What people say on the phone; unique in the workspace, never reused */
            number: number;
            /** @enum {string} */
            priority: "low" | "normal" | "high" | "urgent";
            requester: components["schemas"]["CustomerRef"];
            solved_at: string | null;
            /** @enum {string} */
            status: "new" | "open" | "pending" | "on_hold" | "solved" | "closed";
            subject: string;
            tags: string[];
            team: components["schemas"]["TeamRef"] | null;
            /** @description Something new since this agent last read it */
            unread: boolean;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            updated_at: string;
        };
        TicketDetail: {
            allowed_statuses: ("new" | "open" | "pending" | "on_hold" | "solved" | "closed")[];
            assignee: components["schemas"]["AgentRef"] | null;
            brand: components["schemas"]["BrandRef"];
            /** @enum {string} */
            channel: "email" | "phone" | "chat" | "form" | "letter" | "walk_in" | "api" | "web";
            /** @description When a solved ticket closes by itself */
            close_at: string | null;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            created_at: string;
            /** @description The asking agent’s own */
            drafts: components["schemas"]["Draft"][];
            /** @enum {string} */
            folder: "inbox" | "spam" | "trash";
            id: number;
            inbox: {
                address: string;
                id: number;
            } | null;
            /** @enum {string} */
            kind: "question" | "incident" | "problem" | "task" | "complaint" | "order";
            language: string | null;
            last_author: string;
            /** @enum {string} */
            last_direction: "in" | "out";
            /** @description The beginning of the newest message */
            last_line: string;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            last_message_at: string;
            links: components["schemas"]["TicketLink"][];
            message_count: number;
            /** @description What people say on the phone; unique in the workspace, never reused */
            number: number;
            participants: components["schemas"]["Participant"][];
            /** @enum {string} */
            priority: "low" | "normal" | "high" | "urgent";
            /** @description What a reply is sent from */
            reply_from: {
                address: string;
                name: string;
            } | null;
            requester: components["schemas"]["CustomerRef"];
            solved_at: string | null;
            /** @enum {string} */
            status: "new" | "open" | "pending" | "on_hold" | "solved" | "closed";
            subject: string;
            tags: string[];
            team: components["schemas"]["TeamRef"] | null;
            /** @description Something new since this agent last read it */
            unread: boolean;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            updated_at: string;
        };
        TicketLink: {
            /** @enum {string} */
            kind: "related" | "claims_to_continue" | "continued_by";
            number: number;
            /** @enum {string} */
            status: "new" | "open" | "pending" | "on_hold" | "solved" | "closed";
            subject: string;
        };
        TimelineEvent: {
            actor: {
                id: number | null;
                name: string;
                /** @enum {string} */
                type: "agent" | "customer" | "system";
            };
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            created_at: string;
            data: {
                [key: string]: unknown;
            };
            id: number;
            ticket: number;
            /** @description e.g. ticket.updated, participant.added */
            type: string;
        };
        Views: {
            brands: {
                brand: components["schemas"]["BrandRef"];
                capped: boolean;
                count: number;
            }[];
            teams: {
                capped: boolean;
                count: number;
                team: components["schemas"]["TeamRef"];
            }[];
            views: {
                capped: boolean;
                /** @description At most 1,000, which means 1,000 or more */
                count: number;
                /** @enum {string} */
                key: "mine" | "unassigned" | "open" | "pending" | "solved" | "all" | "spam" | "trash";
            }[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listEvents: {
        parameters: {
            query?: {
                /** @description Opaque; take it from next_cursor */
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Event"][];
                        /** @description Where to go on, also at the end */
                        next_cursor: string;
                    };
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    uploadFile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["File"];
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["File"];
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listIntake: {
        parameters: {
            query?: {
                /** @description Opaque; take it from next_cursor */
                cursor?: string;
                limit?: number;
                status?: "received" | "done" | "duplicate" | "blocked" | "failed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["IntakeMail"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryIntake: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
        };
    };
    cancelMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutboxMail"];
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRawMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "message/rfc822": string;
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "message/rfc822": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "message/rfc822": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOutbox: {
        parameters: {
            query?: {
                /** @description Opaque; take it from next_cursor */
                cursor?: string;
                limit?: number;
                status?: "queued" | "sending" | "sent" | "failed" | "cancelled";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["OutboxMail"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOutboxMail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutboxMailDetail"];
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelOutboxMail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutboxMail"];
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryOutboxMail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutboxMail"];
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTickets: {
        parameters: {
            query?: {
                /** @description An agent’s id, `me` or `none` */
                assignee?: "me" | "none";
                brand?: number;
                /** @description Opaque; take it from next_cursor */
                cursor?: string;
                folder?: "inbox" | "spam" | "trash";
                limit?: number;
                /** @description A number, or words of the subject */
                q?: string;
                requester?: number;
                sort?: "-created_at" | "created_at" | "-updated_at" | "updated_at";
                /** @description One or several statuses, separated by commas */
                status?: string;
                tag?: string;
                /** @description A team’s id or `none` */
                team?: "none";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Ticket"][];
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    createTicket: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    assignee?: number | null;
                    attachments?: number[];
                    /** @description The default brand without it */
                    brand?: number;
                    cc?: {
                        email: string;
                        name?: string;
                    }[];
                    /** @enum {string} */
                    channel?: "email" | "phone" | "chat" | "form" | "letter" | "walk_in" | "api" | "web";
                    /**
                     * @description `out`: the agent writes first, and the customer gets it by mail
                     * @default in
                     * @enum {string}
                     */
                    direction?: "in" | "out";
                    html?: string;
                    /** @description The inbox it is answered from; the brand’s first without it */
                    inbox?: number;
                    /** @enum {string} */
                    kind?: "question" | "incident" | "problem" | "task" | "complaint" | "order";
                    language?: string;
                    /** @enum {string} */
                    priority?: "low" | "normal" | "high" | "urgent";
                    requester: {
                        email: string;
                        name?: string;
                    };
                    /** @enum {string} */
                    status?: "new" | "open" | "pending" | "on_hold" | "solved";
                    subject: string;
                    tags?: string[];
                    team?: number | null;
                    /** @description This or html is needed */
                    text?: string;
                    /**
                     * @description With direction `out`: how long the mail can be taken back
                     * @default 0
                     */
                    undo_seconds?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticket"];
                };
            };
        };
    };
    getTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketDetail"];
                };
            };
        };
    };
    updateTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    add_tags?: string[];
                    assignee?: number | null;
                    /**
                     * @description `spam`, `trash`, or `inbox` to restore
                     * @enum {string}
                     */
                    folder?: "inbox" | "spam" | "trash";
                    /** @enum {string} */
                    kind?: "question" | "incident" | "problem" | "task" | "complaint" | "order";
                    language?: string | null;
                    /** @enum {string} */
                    priority?: "low" | "normal" | "high" | "urgent";
                    remove_tags?: string[];
                    /** @enum {string} */
                    status?: "new" | "open" | "pending" | "on_hold" | "solved" | "closed";
                    subject?: string;
                    /** @description All tags; two agents who only add or remove use add_tags and remove_tags */
                    tags?: string[];
                    team?: number | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticket"];
                };
            };
        };
    };
    saveDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default [] */
                    attachments?: number[];
                    /** @default [] */
                    cc?: {
                        email: string;
                        name?: string;
                    }[];
                    html: string;
                    /** @enum {string} */
                    kind: "public" | "note";
                };
            };
        };
        responses: {
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draft"];
                };
            };
        };
    };
    discardDraft: {
        parameters: {
            query?: {
                /** @description Both without it */
                kind?: "public" | "note";
            };
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    linkTickets: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    number: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TicketLink"][];
                    };
                };
            };
        };
    };
    unlinkTickets: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
                other: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    addMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    attachments?: number[];
                    /** @description More people who get this and take part from now on */
                    cc?: {
                        email: string;
                        name?: string;
                    }[];
                    html?: string;
                    /** @enum {string} */
                    kind: "public" | "note";
                    /** @description The newest message id that the writer has seen; a newer public one answers 409 conflict */
                    seen?: number;
                    /**
                     * @description The ticket’s status after it
                     * @enum {string}
                     */
                    status?: "open" | "pending" | "on_hold" | "solved";
                    /** @description This or html is needed */
                    text?: string;
                    /** @default 0 */
                    undo_seconds?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
        };
    };
    listParticipants: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Participant"][];
                    };
                };
            };
        };
    };
    addParticipant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    name?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Participant"][];
                    };
                };
            };
        };
    };
    removeParticipant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    confirmParticipant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    markTicketRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    readTimeline: {
        parameters: {
            query?: {
                /** @description Opaque; take it from next_cursor */
                cursor?: string;
                limit?: number;
                /** @description Entries always stand flat; `newest` starts at the end */
                sort?: "oldest" | "newest";
            };
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: (components["schemas"]["Message"] | components["schemas"]["TimelineEvent"])[];
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    listViews: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Views"];
                };
            };
        };
    };
    isAlive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ok";
                    };
                };
            };
        };
    };
    isReady: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ok";
                    };
                };
            };
            /** @description Default Response */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
