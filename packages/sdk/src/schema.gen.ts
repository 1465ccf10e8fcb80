// Made by `npm run openapi` out of openapi.json; do not edit.

export interface paths {
    "/api/auth/forgot-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a link to choose a new password
         * @description The answer is the same whether or not the address signs in here.
         */
        post: operations["forgotPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept with a name and a password, or with the password that the address has here; sets the session cookie */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/invitations/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Who invites whom to what, for who has the link */
        post: operations["lookAtInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/new-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Choose a new password with the link; all sessions end */
        post: operations["setForgottenPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sign-in/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The second step of a sign-in: a code from the app, or a recovery code */
        post: operations["enterCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
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
    "/api/auth/sign-in/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with a passkey; sets the session cookie, and no code is asked for */
        post: operations["signInByPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sign-in/passkey/begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What to ask the browser, to sign in with a passkey
         * @description The same for everybody. Sets a cookie that marks the browser: only it can answer.
         */
        post: operations["beginPasskeySignIn"];
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
    "/api/v1/agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Colleagues, oldest first */
        get: operations["listAgents"];
        put?: never;
        /** Add a colleague */
        post: operations["createAgent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One colleague */
        get: operations["getAgent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a colleague
         * @description A changed role, brand, address or password, and deactivation, end their sessions at once.
         */
        patch: operations["updateAgent"];
        trace?: never;
    };
    "/api/v1/agents/{id}/availability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say whether you are there
         * @description Of yourself; a lead may set somebody else to `away`, and nothing more. Whoever has had no live connection for 15 minutes is set to `away`; on a break, for two hours.
         */
        put: operations["setAvailability"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{id}/deactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Switch a colleague off and hand their open work over
         * @description Their sessions, tokens and invitations end at once. A colleague gets the tickets and tasks of the brands that they see; other tickets wait unassigned, and other tasks go to whoever has their ticket. Promises and escalations go along in the same way. A colleague also gets the customers and organizations that they looked after, where all their brands are seen; the others stay theirs, and the deputy stands in. Complaints about employees that they dealt with go to the colleague if that is a lead, administrator or owner who sees the brand and is not the person named, else to another such.
         */
        post: operations["deactivateAgent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{id}/open-tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many open tickets, tasks, promises, escalations and complaints about others a colleague has, and how many customers and organizations they look after; each stops at 1,000 */
        get: operations["countOpenTickets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{id}/openings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a client reader opened, newest day first, and when they were here last
         * @description 404 for colleagues: only of client readers it is kept what they read.
         */
        get: operations["listClientOpenings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{id}/reset-second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take away a colleague’s app, passkeys and recovery codes, for one who has lost them
         * @description Their sessions end. Where their role must have one, they set up a new one when they sign in.
         */
        post: operations["resetSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{id}/shifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shifts beside the weekly hours that are not over, the first to end first
         * @description Of yourself, or as a lead of those who see no more brands than you do.
         */
        get: operations["listShifts"];
        put?: never;
        /**
         * Enter a shift
         * @description Of yourself, or as a lead of those who see no more brands than you do.
         */
        post: operations["addShift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{id}/shifts/{entry}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a shift
         * @description Of yourself, or as a lead of those who see no more brands than you do.
         */
        delete: operations["removeShift"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{id}/skills/{skill}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Give somebody a skill, or change its level and end */
        put: operations["giveSkill"];
        post?: never;
        /** Take a skill away from somebody */
        delete: operations["takeSkill"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{id}/time-off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Time off that is not over, the first to end first
         * @description Of yourself, or as a lead of those who see no more brands than you do.
         */
        get: operations["listTimeOff"];
        put?: never;
        /**
         * Enter time off
         * @description Of yourself, or as a lead of those who see no more brands than you do.
         */
        post: operations["addTimeOff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{id}/time-off/{entry}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove time off
         * @description Of yourself, or as a lead of those who see no more brands than you do.
         */
        delete: operations["removeTimeOff"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{id}/work": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether one colleague is there, and what they can take */
        get: operations["getAgentWork"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change somebody’s tier, working hours and limits
         * @description By leads, of those who see no more brands than they do.
         */
        patch: operations["updateAgentWork"];
        trace?: never;
    };
    "/api/v1/approval-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What takes an approval in the brands that you see */
        get: operations["listApprovalRules"];
        put?: never;
        /** Write a rule */
        post: operations["createApprovalRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approval-rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One rule */
        get: operations["getApprovalRule"];
        put?: never;
        post?: never;
        /** Take a rule out; who waits by it can still be answered */
        delete: operations["removeApprovalRule"];
        options?: never;
        head?: never;
        /** Change a rule, or switch it on or off */
        patch: operations["updateApprovalRule"];
        trace?: never;
    };
    "/api/v1/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Approvals that were asked for on tickets that you see */
        get: operations["listApprovals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One approval */
        get: operations["getApproval"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve or refuse */
        post: operations["answerApproval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask no more */
        post: operations["withdrawApproval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/automations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Automations of the brands that you see, in the order in which they run */
        get: operations["listAutomations"];
        put?: never;
        /** Write an automation; it is off until it is switched on */
        post: operations["createAutomation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/automations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One automation */
        get: operations["getAutomation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change, switch on or off, archive or restore an automation */
        patch: operations["updateAutomation"];
        trace?: never;
    };
    "/api/v1/automations/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let it run earlier or later than the one next to it */
        post: operations["moveAutomation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/automations/{id}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an automation did, the newest first */
        get: operations["listAutomationRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/automations/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Which of the newest 10,000 tickets that you see an automation fits; nothing is changed */
        post: operations["testAutomation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/availability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is there, and what they can take; active agents of the brands that you see, oldest first */
        get: operations["listAvailability"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/backups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Backups of the installation, newest first */
        get: operations["listBackups"];
        put?: never;
        /** Make a backup now; while one waits or runs, that one is answered */
        post: operations["requestBackup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/backups/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When backups are made, and what is kept */
        get: operations["getBackupPlan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/base": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The customers and organizations that an agent looks after, also as a deputy
         * @description Of an organization, the figures are those of its newest 1,000 people, and of each person’s newest 100 tickets.
         */
        get: operations["listBase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/base/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give customers and organizations, or all that an agent looks after, to another agent
         * @description Open tickets stay with whoever has them. A whole base goes in steps of 1,000 customers and 1,000 organizations: ask again with `next_cursor` until it is null. Can be undone for 30 days.
         */
        post: operations["moveBase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/base/moves/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give them back
         * @description The last step first; ask again while there is `more`.
         */
        post: operations["undoBaseMove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/blocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Blocked senders and domains, newest first */
        get: operations["listBlocks"];
        put?: never;
        /** Keep a sender or a domain out */
        post: operations["addBlock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/blocks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Let them in again */
        delete: operations["removeBlock"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/brands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The brands that you see, oldest first */
        get: operations["listBrands"];
        put?: never;
        /** Add a brand */
        post: operations["createBrand"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/brands/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One brand */
        get: operations["getBrand"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change, archive or restore a brand */
        patch: operations["updateBrand"];
        trace?: never;
    };
    "/api/v1/brands/{id}/texts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Acknowledgements and signatures, by language */
        get: operations["getBrandTexts"];
        /** Replace all texts of a brand */
        put: operations["replaceBrandTexts"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulk-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your own bulk changes of the last 30 days, newest first */
        get: operations["listBulkChanges"];
        put?: never;
        /**
         * Change many tickets
         * @description Answers at once; a worker changes one ticket after the other, each as PATCH would with your rights of that moment. What cannot be changed is listed under `items`, and the rest goes on.
         */
        post: operations["createBulkChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulk-changes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a bulk change is */
        get: operations["getBulkChange"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulk-changes/{id}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Its tickets and what became of each */
        get: operations["listBulkChangeItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulk-changes/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tickets that could not be changed, or were left, as CSV with the reasons */
        get: operations["getBulkChangeReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulk-changes/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leave the rest of the tickets as they are */
        post: operations["stopBulkChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulk-changes/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put back what a bulk change has changed, where nobody has changed it since
         * @description A bulk change of its own, and answered as one.
         */
        post: operations["undoBulkChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Opening hours, oldest first */
        get: operations["listCalendars"];
        put?: never;
        /** Add opening hours */
        post: operations["createCalendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One calendar */
        get: operations["getCalendar"];
        put?: never;
        post?: never;
        /** Remove opening hours that no brand and no agent keeps */
        delete: operations["removeCalendar"];
        options?: never;
        head?: never;
        /** Change opening hours */
        patch: operations["updateCalendar"];
        trace?: never;
    };
    "/api/v1/calendars/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether it is open now, and when it opens next */
        get: operations["getCalendarPreview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars/holiday-countries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Countries and regions whose public holidays are known */
        get: operations["listHolidayCountries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What hours mean that are not saved yet */
        post: operations["previewCalendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/client/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cases of the own brands, newest first */
        get: operations["listClientCases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/client/cases/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One case, with what was promised and how it was judged */
        get: operations["getClientCase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/client/cases/{number}/attachments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file of a case, to be saved */
        get: operations["getClientAttachment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/client/cases/{number}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was written on a case, oldest first */
        get: operations["listClientMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/client/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How satisfied customers were in the last 90 days */
        get: operations["getClientFigures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/client/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the own name, language and theme, as a client reader */
        patch: operations["updateClientMe"];
        trace?: never;
    };
    "/api/v1/commitments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Promises that are not kept yet, yours unless you ask for others; the longest overdue first */
        get: operations["listOwnCommitments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customer-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Imports of customers, newest first */
        get: operations["listCustomerImports"];
        put?: never;
        /**
         * Upload a file of customers; nothing is imported yet
         * @description `multipart/form-data` with one CSV or vCard file of at most 20 MB and 100,000 rows. How it is read and what its columns hold is recognised and can be changed before it is checked.
         */
        post: operations["createCustomerImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customer-imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One import */
        get: operations["getCustomerImport"];
        put?: never;
        post?: never;
        /** Remove an import and what is kept of its file; its customers stay, and it can no longer be undone */
        delete: operations["removeCustomerImport"];
        options?: never;
        head?: never;
        /** Change how the file is read, before it is imported */
        patch: operations["updateCustomerImport"];
        trace?: never;
    };
    "/api/v1/customer-imports/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read the whole file and say what will happen with each row */
        post: operations["checkCustomerImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customer-imports/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The refused rows as CSV, as they stand in the file, each with the reason */
        get: operations["getCustomerImportReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customer-imports/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rows of an import and what happens with them, in the order of the file */
        get: operations["listCustomerImportRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customer-imports/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Import what was checked */
        post: operations["startCustomerImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customer-imports/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an import back: customers whom it made and whom nobody has touched since, and what it added to others */
        post: operations["undoCustomerImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Customers, newest first */
        get: operations["listCustomers"];
        put?: never;
        /** Add a customer */
        post: operations["createCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One customer
         * @description The id of a merged customer leads to the one whose page stayed: the answer has another id.
         */
        get: operations["getCustomer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a customer */
        patch: operations["updateCustomer"];
        trace?: never;
    };
    "/api/v1/customers/{id}/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add an address or a number */
        post: operations["addCustomerAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/addresses/{addressId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take an address or a number away */
        delete: operations["removeCustomerAddress"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who may be the same person, and why */
        get: operations["listDuplicatesOfCustomer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/keep-apart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that this customer and another one are two people
         * @description They are not suggested as duplicates again.
         */
        post: operations["keepCustomersApart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that this customer and another one are one person
         * @description The other one’s page stays, with the addresses, tickets and brands of both; this id leads there from now on. For agents who see all brands. Answers whose page stayed.
         */
        post: operations["mergeCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/suggest-again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back that this customer and another one are two people */
        post: operations["suggestCustomersAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/unmerge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take the merge of this customer back
         * @description Each has again what was theirs, with what came since to an address of theirs; the two are not suggested as duplicates again. For agents who see all brands.
         */
        post: operations["unmergeCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All customers that you see, or those of a search, as CSV or vCard 4.0
         * @description CSV is UTF-8 with a byte order mark; a cell that a spreadsheet would take for a formula has an apostrophe in front, which our own import takes off again. In English its columns are `name`, `emails`, `phones`, `organization`, `language`, `kind`, `note` and `brands`; other languages have headings and kinds of their own, and `;` between the cells where the decimal sign is a comma.
         */
        get: operations["exportCustomers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Pairs of customers who may be one person, the newest customers first
         * @description A page may hold fewer than asked for, even none, and still have a next one. New customers are looked at within a minute.
         */
        get: operations["listDuplicates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/escalations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open escalations, yours unless you ask for others, with those that wait for any lead if you lead; the oldest first */
        get: operations["listOwnEscalations"];
        put?: never;
        post?: never;
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
    "/api/v1/fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The custom fields of the brands that you see, in their order */
        get: operations["listFields"];
        put?: never;
        /**
         * Add a custom field
         * @description Key, type and brand never change.
         */
        post: operations["createField"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fields/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One custom field, and how many tickets use it */
        get: operations["getField"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change, move, archive or restore a custom field */
        patch: operations["updateField"];
        trace?: never;
    };
    "/api/v1/fields/{id}/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Write the options of a choice or a tree */
        put: operations["replaceFieldOptions"];
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
    "/api/v1/guidelines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Guidelines of the brands that you see */
        get: operations["listGuidelines"];
        put?: never;
        /** Write a guideline, with its first version */
        post: operations["createGuideline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/guidelines/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One guideline */
        get: operations["getGuideline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Rename, archive or restore a guideline */
        patch: operations["updateGuideline"];
        trace?: never;
    };
    "/api/v1/guidelines/{id}/known": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say that you know a version: you are not asked again before a change of status */
        put: operations["noteGuidelineKnown"];
        post?: never;
        /** Be asked again */
        delete: operations["forgetGuidelineKnown"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/guidelines/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All versions of a guideline, newest first */
        get: operations["listGuidelineVersions"];
        put?: never;
        /**
         * Change a guideline by a new version, from now or from a moment to come
         * @description Nothing is overwritten. In force is, of the versions that have begun and not ended, the one that began last.
         */
        post: operations["addGuidelineVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/guidelines/{id}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Take a version back before it begins, or let it stand again */
        patch: operations["withdrawGuidelineVersion"];
        trace?: never;
    };
    "/api/v1/home": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What needs this agent: tickets that wait, mentions, what comes back from a snooze, what changed meanwhile */
        get: operations["getHome"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/home/team": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What needs a lead: unassigned tickets, those without an answer, and how much everybody has */
        get: operations["getTeamHome"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inboxes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Inboxes of the brands that you see, oldest first */
        get: operations["listInboxes"];
        put?: never;
        /** Add an address that mail comes to */
        post: operations["createInbox"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inboxes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One inbox */
        get: operations["getInbox"];
        put?: never;
        post?: never;
        /**
         * Remove an inbox, or deactivate one that is used
         * @description An inbox that tickets or mail name stays, inactive, and its address stays taken: `outcome` says which it was.
         */
        delete: operations["removeInbox"];
        options?: never;
        head?: never;
        /** Change an inbox */
        patch: operations["updateInbox"];
        trace?: never;
    };
    "/api/v1/inboxes/{id}/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an inbox received last, and what stands in its outbox and why */
        get: operations["getInboxHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inboxes/{id}/mail-sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The mail account that an inbox is connected with */
        get: operations["getMailSignIn"];
        put?: never;
        /** Begin to connect a mail account: answers where to send the browser */
        post: operations["beginMailSignIn"];
        /**
         * Forget the connection with a mail account
         * @description To take the right back at the provider as well, remove the app there.
         */
        delete: operations["removeMailSignIn"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inboxes/{id}/mailbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where an inbox’s mail is fetched from, and how that goes */
        get: operations["getMailbox"];
        /**
         * Have an inbox’s mail fetched by IMAP
         * @description Mail is fetched, never removed or moved. An earlier `import_from`, another server or another account reads the folders from the beginning; what is here already is not taken twice.
         */
        put: operations["setMailbox"];
        post?: never;
        /** Fetch an inbox’s mail no longer, and forget the password */
        delete: operations["removeMailbox"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inboxes/{id}/mailbox/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try a mailbox’s settings without storing them */
        post: operations["checkMailbox"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inboxes/{id}/sender-domain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What DNS says of the domain that an inbox sends from: SPF, DKIM and DMARC, with the records to have */
        get: operations["getSenderDomain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inboxes/{id}/sender-key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Sign mail from the inbox’s domain with DKIM
         * @description Makes a key, or takes up the one that was stopped, for all inboxes of the domain. Mail is signed from the moment that its record stands in DNS, which is looked for now, whenever the domain is looked at, and every hour.
         */
        put: operations["signSenderDomain"];
        post?: never;
        /**
         * Sign mail from the inbox’s domain no longer
         * @description The key is kept, so that its record in DNS holds again when signing is taken up.
         */
        delete: operations["stopSigningSenderDomain"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inboxes/{id}/smtp/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try the server that an inbox sends by; nothing is sent
         * @description With `smtp_url` that one, which is not stored; without it the inbox’s own, or the installation’s.
         */
        post: operations["checkWayOut"];
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
    "/api/v1/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invitations that wait to be accepted, newest first */
        get: operations["listInvitations"];
        put?: never;
        /**
         * Invite a colleague by mail
         * @description The link works once and for 7 days. Without a way to send mail it is in the answer instead, to hand over by yourself.
         */
        post: operations["invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraw it; its link is dead */
        delete: operations["withdrawInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{id}/renew": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send it again with a new link; the old link is dead */
        post: operations["renewInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/macros": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shared macros of the brands that you see, and your own */
        get: operations["listMacros"];
        put?: never;
        /** Add a macro, a template or a snippet */
        post: operations["createMacro"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/macros/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One macro */
        get: operations["getMacro"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change, share, archive or restore a macro */
        patch: operations["updateMacro"];
        trace?: never;
    };
    "/api/v1/mail-apps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The app registrations for mail at Microsoft and Google */
        get: operations["getMailApps"];
        /** Set or remove the app registrations for mail */
        put: operations["setMailApps"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail-sign-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Complete the connection with what the provider sent back
         * @description Only for the agent who began it, within 15 minutes.
         */
        post: operations["completeMailSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, where, and what they may */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the own profile and preferences */
        patch: operations["updateMe"];
        trace?: never;
    };
    "/api/v1/me/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Browsers that take messages for this agent */
        get: operations["listDevices"];
        put?: never;
        /** Let this browser take messages while its session lives */
        post: operations["addDevice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/devices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Send nothing to a browser any more */
        delete: operations["removeDevice"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How this agent hears of what */
        get: operations["readNotificationSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change how this agent hears of what */
        patch: operations["updateNotificationSettings"];
        trace?: never;
    };
    "/api/v1/me/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The own passkeys */
        get: operations["listPasskeys"];
        put?: never;
        /**
         * Add the passkey that the browser made
         * @description From then on the password alone signs nobody in. With the first second step of a person their other sessions end.
         */
        post: operations["addPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/passkeys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Give a passkey another name */
        patch: operations["renamePasskey"];
        trace?: never;
    };
    "/api/v1/me/passkeys/{id}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remove a passkey; all other sessions end */
        post: operations["removePasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/passkeys/begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin a new passkey: what the browser is to make */
        post: operations["beginPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/passkeys/prove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What to ask the browser, to show a passkey in place of the password */
        post: operations["askForPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change the own password; all other sessions end */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the own sign-in asks for more than the password */
        get: operations["getSecondFactor"];
        put?: never;
        /** Begin the set-up: a secret for an authenticator app */
        post: operations["beginSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/second-factor/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the set-up with a first code; from then on each sign-in asks for one */
        post: operations["confirmSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/second-factor/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ten new recovery codes; those of before are void */
        post: operations["renewRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/second-factor/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the authenticator app away */
        post: operations["removeSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where one is signed in, the newest 100 */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End an own session; its screens close at once */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions/end-others": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End all own sessions but the one that asks */
        post: operations["endOtherSessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/staff-feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Compliments about you, and what was released to you of complaints */
        get: operations["listOwnStaffFeedback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/staff-feedback/{id}/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say something to a complaint that was released to you */
        put: operations["writeFeedbackStatement"];
        post?: never;
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
        /**
         * Undo: take a message back before it goes
         * @description Once more it answers the same, also for one that was stopped by the customer’s answer.
         */
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
    "/api/v1/messages/{id}/schedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Another time for a message that is sent later, or now
         * @description What it promises runs from the new time. Only while it waits for its time; afterwards it answers 409 already_sent. To write on it, take it back with cancelMessage.
         */
        post: operations["scheduleMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What this agent should hear of, newest first */
        get: operations["listNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/bell": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many are unread */
        get: operations["readBell"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note own ones as read: some, all up to one, or those of a ticket */
        post: operations["markNotificationsRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back what was noted as read at a moment */
        post: operations["markNotificationsUnread"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is offered to you now */
        get: operations["listOffers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offers/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take the ticket that is offered to you
         * @description It becomes yours. Of an offer that is over: 409, with how it ended as the code of the field `offer`.
         */
        post: operations["acceptOffer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offers/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let the ticket that is offered to you go on to somebody else
         * @description You are not offered it again in this round.
         */
        post: operations["declineOffer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Organizations, oldest first */
        get: operations["listOrganizations"];
        put?: never;
        /** Add an organization */
        post: operations["createOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One organization */
        get: operations["getOrganization"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change an organization */
        patch: operations["updateOrganization"];
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
        /** A mail exactly as it is sent, but for the links by which a customer answers a survey */
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
    "/api/v1/playbooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Playbooks of the brands that you see */
        get: operations["listPlaybooks"];
        put?: never;
        /** Write a playbook */
        post: operations["createPlaybook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/playbooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One playbook */
        get: operations["getPlaybook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change, archive or restore a playbook */
        patch: operations["updatePlaybook"];
        trace?: never;
    };
    "/api/v1/report-schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reports that you get by mail, and those that you have others get */
        get: operations["listReportSchedules"];
        put?: never;
        /** Have a report sent every day, week or month */
        post: operations["createReportSchedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/report-schedules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Send it no more */
        delete: operations["removeReportSchedule"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How a period went, beside the one before it
         * @description Leads see all of their brands. Others see their own tickets; with a team of theirs, only how many there were.
         */
        get: operations["getReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/by": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A period, taken apart by brand, team, channel and the like */
        get: operations["getReportBreakdown"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A report as a workbook, or a table of it as CSV
         * @description No text in it is taken for a formula. CSV is UTF-8 with a byte order mark, and `;` between the cells where the decimal sign is a comma.
         */
        get: operations["exportReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/staffing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many people each half hour of a week takes, and how many are on shift */
        get: operations["getStaffing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/staffing/calculation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many people so many calls take */
        get: operations["calculateStaffing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tickets behind a number, newest first */
        get: operations["listReportTickets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/satisfaction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What customers answered, newest first */
        get: operations["listSatisfactionAnswers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/satisfaction-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How each brand that you see asks its customers */
        get: operations["listSatisfactionSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/satisfaction-settings/{brand}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set how a brand asks its customers */
        put: operations["replaceSatisfactionSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/satisfaction/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many were asked, how many answered, and the average */
        get: operations["getSatisfactionFigures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Own views, those of the own teams, and everyone’s; oldest first */
        get: operations["listSavedViews"];
        put?: never;
        /** Save a view */
        post: operations["createSavedView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One view */
        get: operations["getSavedView"];
        put?: never;
        post?: never;
        /** Remove a view; it can be brought back for 30 days */
        delete: operations["removeSavedView"];
        options?: never;
        head?: never;
        /** Change a view */
        patch: operations["updateSavedView"];
        trace?: never;
    };
    "/api/v1/saved-views/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring a removed view back */
        post: operations["restoreSavedView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-views/{id}/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The tickets that a view holds
         * @description A page may hold fewer tickets than asked for, or none, while `next_cursor` says that there is more to look through: a rare condition is looked for in steps.
         */
        get: operations["listTicketsOfSavedView"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-views/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many tickets saved views hold */
        get: operations["countSavedViews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-views/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How many tickets a view would hold */
        post: operations["previewSavedView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tickets, customers and organizations that fit some words, best first
         * @description What was written a second ago can be found. An exact ticket number comes first, then words beside each other as typed, then by relevance and age. Of very common words the newest 500 tickets are ranked. Spam and trash only with `in:`.
         */
        get: operations["search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far the set-up is */
        get: operations["getSetup"];
        put?: never;
        /** Make the first administrator with the terminal’s one-time link */
        post: operations["beginSetup"];
        delete?: never;
        options?: never;
        head?: never;
        /** Note a step as done or for later, or the set-up as finished */
        patch: operations["updateSetup"];
        trace?: never;
    };
    "/api/v1/setup/demo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make the demo workspace, or find the one that is there
         * @description It is a workspace of its own with its own people; `npm run ombud -- demo remove` takes it away.
         */
        post: operations["seedDemo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/setup/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whether a set-up link still opens something */
        post: operations["checkSetupLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/setup/waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the installation waits for its first administrator */
        get: operations["isSetupWaiting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/side-conversations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One side conversation */
        get: operations["getSideConversation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Mark it done, or open again */
        patch: operations["updateSideConversation"];
        trace?: never;
    };
    "/api/v1/side-conversations/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Its messages, newest first */
        get: operations["listSideMessages"];
        put?: never;
        /** Write to everybody in it */
        post: operations["writeSideMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/side-conversations/{id}/people/{person}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Trust somebody to whom the reply address was passed on */
        post: operations["confirmSidePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/skills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Skills, oldest first */
        get: operations["listSkills"];
        put?: never;
        /** Add a skill */
        post: operations["createSkill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/skills/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One skill */
        get: operations["getSkill"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Rename, archive or restore a skill
         * @description An archived skill counts for nobody; who had it has it again when it is restored.
         */
        patch: operations["updateSkill"];
        trace?: never;
    };
    "/api/v1/sla-policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** SLA policies in their order */
        get: operations["listSlaPolicies"];
        put?: never;
        /** Add an SLA policy, last in order */
        post: operations["createSlaPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sla-policies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One SLA policy */
        get: operations["getSlaPolicy"];
        put?: never;
        post?: never;
        /** Remove an SLA policy */
        delete: operations["removeSlaPolicy"];
        options?: never;
        head?: never;
        /**
         * Change, switch off or move an SLA policy
         * @description Open tickets are reckoned anew from what happened on them.
         */
        patch: operations["updateSlaPolicy"];
        trace?: never;
    };
    "/api/v1/sla/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the policies of now would have promised a ticket */
        get: operations["checkSla"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sla/due": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is due next on each of these tickets */
        get: operations["listSlaDue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff-feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Complaints and compliments that you may read, newest first */
        get: operations["listStaffFeedback"];
        put?: never;
        /**
         * Hand on what a customer says about an employee
         * @description The answer is a receipt: what follows is for those who deal with it. A compliment reaches the person named at once.
         */
        post: operations["fileStaffFeedback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff-feedback-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Within how many working days complaints are acknowledged and answered */
        get: operations["getStaffFeedbackSettings"];
        /** Set these days, for complaints filed from now on */
        put: operations["replaceStaffFeedbackSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff-feedback/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of them with its history; the look itself is noted there */
        get: operations["getStaffFeedback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Give a complaint to another owner, never to the person named */
        patch: operations["giveStaffFeedback"];
        trace?: never;
    };
    "/api/v1/staff-feedback/{id}/acknowledgement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note that the customer was told that the complaint is here */
        post: operations["acknowledgeStaffFeedback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff-feedback/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note that the customer was answered */
        post: operations["answerStaffFeedback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff-feedback/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close a complaint with its outcome */
        post: operations["closeStaffFeedback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff-feedback/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write down what was found out */
        post: operations["noteStaffFeedback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff-feedback/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give the person named words to read, or other words */
        post: operations["releaseStaffFeedback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff-feedback/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** It is not closed after all */
        post: operations["reopenStaffFeedback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/swarms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Questions of colleagues that wait for your answer, the oldest first; at most twenty */
        get: operations["listOwnSwarms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your open tasks, the soonest due first */
        get: operations["listOwnTasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Teams with their members, oldest first */
        get: operations["listTeams"];
        put?: never;
        /** Add a team */
        post: operations["createTeam"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One team */
        get: operations["getTeam"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change, archive or restore a team */
        patch: operations["updateTeam"];
        trace?: never;
    };
    "/api/v1/teams/{id}/routing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a team hands its tickets out */
        get: operations["getRoutingRule"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change how a team hands its tickets out */
        patch: operations["updateRoutingRule"];
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
    "/api/v1/tickets/{number}/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for the approval that a change takes
         * @description What was refused with `approval_needed`. It is done in your name as soon as it is approved. A message takes the draft with it that it was written as, and gives it back when nothing comes of it.
         */
        post: operations["askForApproval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/automation-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What automations did on a ticket, the newest first */
        get: operations["listTicketAutomationRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/case-file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything that happened on a ticket as one file
         * @description Messages whole, changes, recipients, what became of each mail, attachments with their SHA-256, custom fields, and what was merged into the ticket. Remote images are never fetched.
         */
        get: operations["getCaseFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/colleagues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who may see the ticket, and can be named in its notes
         * @description By name, at most 1,000.
         */
        get: operations["listColleagues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/commitments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was promised on a ticket: what is open first, then the newest */
        get: operations["listCommitments"];
        put?: never;
        /**
         * Promise something to the customer
         * @description The customer’s link to it goes out with `message` while that waits to be sent, else with the next reply on the ticket.
         */
        post: operations["addCommitment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/commitments/{commitment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change what is promised, or who keeps it */
        patch: operations["updateCommitment"];
        trace?: never;
    };
    "/api/v1/tickets/{number}/commitments/{commitment}/keep": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that a promise is kept */
        post: operations["keepCommitment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/commitments/{commitment}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move a promise, with a reason, and tell the customer */
        post: operations["moveCommitment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/commitments/{commitment}/move-text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the customer would be told of another time, in their language */
        get: operations["readMoveText"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/commitments/{commitment}/proposal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the time that the customer asks for, or leave it */
        post: operations["answerProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/commitments/{commitment}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** It was not kept, or is not taken back after all */
        post: operations["reopenCommitment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/commitments/{commitment}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a promise back: it counts neither as kept nor as broken */
        post: operations["withdrawCommitment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
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
        /**
         * Keep what this agent is writing
         * @description The newest text wins. With `seen`, a text that another device saved meanwhile is kept beside it, in `replaced`, until it is sent, thrown away or forgotten.
         */
        put: operations["saveDraft"];
        post?: never;
        /** Throw an own draft away */
        delete: operations["discardDraft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/escalations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Escalations of a ticket: what is open first, then the newest */
        get: operations["listEscalations"];
        put?: never;
        /**
         * Escalate a ticket to a tier, a colleague, a team or a lead
         * @description A functional escalation gives the ticket away; with a tier only people of that tier or above are handed it. A hierarchical one leaves it where it is and becomes a lead’s. What was escalated before in the same way is passed on.
         */
        post: operations["escalateTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/escalations/{escalation}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that an escalation is over: the ticket stays where it is */
        post: operations["endEscalation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/escalations/{escalation}/hand-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand an escalation back to whoever made it, with an explanation */
        post: operations["handBackEscalation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/escalations/{escalation}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back an escalation of yours: the ticket is where it was */
        post: operations["withdrawEscalation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/experts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Colleagues who know more about a ticket, and who decides on it
         * @description By solved tickets like this one, of those with a wrap-up; by the skills that the ticket asks for; and by tier. Who asks is left out.
         */
        get: operations["listExperts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/followers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who follows a ticket */
        get: operations["listFollowers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/followers/{agent}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Follow a ticket, or let a colleague who sees it follow it */
        put: operations["followTicket"];
        post?: never;
        /** Follow it no longer */
        delete: operations["unfollowTicket"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/guidelines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The guidelines in force that fit a ticket */
        get: operations["listTicketGuidelines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/hand-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a hand-over would say: what is known, tried and promised, put together from the ticket */
        get: operations["draftHandOver"];
        put?: never;
        post?: never;
        delete?: never;
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
    "/api/v1/tickets/{number}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merge this ticket into another one of its brand
         * @description It closes; its entries stand in the other’s timeline, its people take part there, and answers to its mail go there.
         */
        post: operations["mergeTicket"];
        delete?: never;
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
         * @description A public message goes out by mail at once, after `undo_seconds` in which it can be taken back, or at `send_at`. In a note, `<span data-mention="12">@Anna</span>` names a colleague; one who may not see the ticket’s brand is refused. In the HTML, `<img data-file="34">` places an uploaded picture.
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
    "/api/v1/tickets/{number}/placeholders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What placeholders stand for on a ticket, and the signature below a reply */
        get: operations["getPlaceholderValues"];
        put?: never;
        post?: never;
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
    "/api/v1/tickets/{number}/related": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What else is open of who asked and of their organization */
        get: operations["listRelatedTickets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/routing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a ticket asks for, and why it went to whom it did */
        get: operations["getTicketRouting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/satisfaction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the customer is asked, and what they answered; of what was merged into the ticket too */
        get: operations["listTicketSatisfaction"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/side-conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who else was asked, newest first
         * @description At most the newest 100, with those of tickets that were merged into it.
         */
        get: operations["listSideConversations"];
        put?: never;
        /**
         * Forward messages, or ask somebody outside of the customer’s thread
         * @description Answers come back to the side conversation, are seen by agents alone and never go to the customer. Who takes part in the ticket cannot be asked here.
         */
        post: operations["openSideConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/skills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say which skills a ticket needs */
        put: operations["setTicketSkills"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/sla": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A ticket’s promised times and their history */
        get: operations["getTicketSla"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a new ticket with one of this ticket’s messages */
        post: operations["splitTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The steps that the playbooks which fit a ticket ask for */
        get: operations["listTicketSteps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/steps/{step}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say that a step is done, or not after all
         * @description Only of a step that a person does.
         */
        put: operations["setTicketStep"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/swarms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What colleagues were asked on a ticket: open questions first, then the newest */
        get: operations["listSwarms"];
        put?: never;
        /** Ask colleagues or a team, and keep the ticket */
        post: operations["askAlong"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/swarms/{swarm}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Close a question, with the answer that helped, or open it again */
        patch: operations["updateSwarm"];
        trace?: never;
    };
    "/api/v1/tickets/{number}/swarms/{swarm}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer a colleague’s question, as a note of the ticket */
        post: operations["answerSwarm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tasks of a ticket, in their order */
        get: operations["listTasks"];
        put?: never;
        /** Add a task to a ticket */
        post: operations["addTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/tasks/{task}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a task away */
        delete: operations["removeTask"];
        options?: never;
        head?: never;
        /** Change a task, tick it off, or move it */
        patch: operations["updateTask"];
        trace?: never;
    };
    "/api/v1/tickets/{number}/time": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The time spent on a ticket: in all, by whom, and each stretch, newest first */
        get: operations["listTime"];
        put?: never;
        /** Note time that you have spent on a ticket */
        post: operations["addTime"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/time/{entry}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a stretch of time away */
        delete: operations["removeTime"];
        options?: never;
        head?: never;
        /**
         * Correct a stretch of time
         * @description Your own; leads correct anybody’s.
         */
        patch: operations["updateTime"];
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
    "/api/v1/tickets/{number}/unmerge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a merge back */
        post: operations["unmergeTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/work": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who follows a ticket, its tasks, and the time spent on it */
        get: operations["getTicketWork"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/wrap-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was written down when the ticket was solved */
        get: operations["getWrapUp"];
        /**
         * Write down how a ticket ended, or correct it
         * @description Before it is solved, or later, also on a closed ticket. Each correction is a version of its own; what is left out stays as it was.
         */
        put: operations["writeWrapUp"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/wrap-up/suggestion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the wrap-up might say: topics of the nearest solved tickets of the same brand, and the time that was counted */
        get: operations["suggestWrapUp"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/wrap-up/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every version of a wrap-up, newest first */
        get: operations["listWrapUpVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Own API tokens, newest first */
        get: operations["listTokens"];
        put?: never;
        /** Make a token with all own rights, or only some; it is shown this once */
        post: operations["createToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End an own token at once */
        delete: operations["removeToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The topics that wrap-ups name, as trees */
        get: operations["listTopics"];
        /**
         * Change a tree of topics: add, rename, move, archive, bring back
         * @description Nothing is deleted: wrap-ups keep what they name. The tree that stood before, sent again, is the way back.
         */
        put: operations["replaceTopics"];
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
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Webhooks, with their health */
        get: operations["listWebhooks"];
        put?: never;
        /** Send events to an address, signed as Standard Webhooks; the secret is shown this once */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One webhook */
        get: operations["getWebhook"];
        put?: never;
        post?: never;
        /** Remove a webhook; for a day it can be restored */
        delete: operations["removeWebhook"];
        options?: never;
        head?: never;
        /**
         * Change, pause, resume or take over a webhook
         * @description While it is not active nothing is sent, and what happens is not kept for it; what waited before goes out when it is resumed.
         */
        patch: operations["updateWebhook"];
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was sent and is to be sent, newest first; kept for 30 days */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries/{delivery}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send one again, under the same id; while the webhook is not active it waits */
        post: operations["replayWebhookDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send all again that were given up on since a moment, the oldest first */
        post: operations["replayWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the removal of a webhook back */
        post: operations["restoreWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new secret, shown this once; for a while both sign */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a test event now, once, and say what came of it; also while the webhook is not active */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/event-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a webhook can hear of */
        get: operations["listWebhookEventTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The workspace of this login */
        get: operations["getWorkspace"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the workspace */
        patch: operations["updateWorkspace"];
        trace?: never;
    };
    "/api/v1/wrap-ups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Wrap-ups of solved tickets, the last solved first */
        get: operations["listWrapUps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wrap-ups/sums": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many tickets ended how, by topic, and what they took
         * @description By the day on which they were solved, in UTC.
         */
        get: operations["sumWrapUps"];
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
export interface webhooks {
    event: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An event, sent to the webhooks that hear of it, signed as Standard Webhooks 1.0.0
         * @description At least once, not always in order; `webhook-id` stays the same when an event is sent again. Any 2xx answer within 20 s takes it; 410 stops the webhook; everything else is tried again, ten times in about three days.
         */
        post: operations["receiveEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        /** @description Who looks after them */
        Account: {
            agent: {
                /** @description Whoever is switched off keeps their customers until somebody takes them over; the deputy stands in */
                active: boolean;
                id: number;
                name: string;
            };
            deputy: {
                /** @description Whoever is switched off keeps their customers until somebody takes them over; the deputy stands in */
                active: boolean;
                id: number;
                name: string;
            } | null;
            /**
             * @description A customer’s own beats their organization’s
             * @enum {string}
             */
            from: "customer" | "organization";
        };
        AddedPasskey: {
            passkey: components["schemas"]["Passkey"];
            /** @description Ten with the first second step of a person, shown this once; else none */
            recovery_codes: string[];
        };
        Address: {
            address: string;
            name: string;
        };
        Agent: {
            active: boolean;
            all_brands?: boolean;
            /** @description Which of your brands they see, when not all */
            brands?: number[];
            /** @description A password has been set */
            can_sign_in?: boolean;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            created_at?: string;
            /** @description This and what follows: for administrators only */
            email?: string;
            id: number;
            language?: string;
            name: string;
            /** @enum {string} */
            role: "client" | "viewer" | "agent" | "lead" | "admin" | "owner";
            /** @description Their password alone does not sign them in */
            second_factor?: boolean;
            time_zone?: string;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            updated_at?: string;
        };
        AgentRef: {
            id: number;
            name: string;
        };
        AgentWork: {
            active: boolean;
            agent: components["schemas"]["AgentRef"];
            /**
             * @description `online` takes cases that are handed out, `busy` is at work and takes none
             * @enum {string}
             */
            availability: "online" | "busy" | "break" | "away";
            /** @description Their own working hours; null: whenever the desk is open */
            calendar: {
                id: number;
                name: string;
            } | null;
            from_home: boolean;
            /** @description Or on a shift */
            in_working_hours: boolean;
            /** @description How many open cases are handed to them at most; other channels: the desk’s usual limit */
            limits: {
                /** @enum {string} */
                channel: "email" | "phone" | "chat" | "form" | "letter" | "walk_in" | "api" | "web";
                most: number;
            }[];
            may_edit: boolean;
            /** @description The time off that is running, or comes next */
            off: {
                /**
                 * Format: date-time
                 * @description RFC 3339, UTC
                 */
                ends_at: string;
                /** @description It has begun */
                now: boolean;
                /**
                 * Format: date-time
                 * @description RFC 3339, UTC
                 */
                starts_at: string;
            } | null;
            /** @description New and open tickets that are theirs, of brands that you see; counted up to 1,000 */
            open: {
                cases: number;
                /** @enum {string} */
                channel: "email" | "phone" | "chat" | "form" | "letter" | "walk_in" | "api" | "web";
            }[];
            /** @enum {string} */
            role: "client" | "viewer" | "agent" | "lead" | "admin" | "owner";
            /** @description Within their working hours or on a shift now, and no time off */
            scheduled: boolean;
            /**
             * Format: date-time
             * @description When they said so
             */
            since: string;
            skills: {
                /** @description It has not expired */
                counts: boolean;
                expires_at: string | null;
                id: number;
                /** @enum {string} */
                kind: "product" | "technology" | "language" | "certificate";
                language: string | null;
                /** @description 1: knows the basics, 3: works alone, 5: teaches others */
                level: number;
                name: string;
            }[];
            /** @description First, second or third line */
            tier: number;
        };
        Approval: {
            answers: {
                agent: components["schemas"]["AgentRef"];
                /**
                 * Format: date-time
                 * @description RFC 3339, UTC
                 */
                answered_at: string;
                approved: boolean;
                rule: number;
                words: string | null;
            }[];
            /** @description So many different people have to say yes */
            approvals: number;
            /**
             * @description Who answers: whoever leads and sees the brand (admins and owners do too), whoever administers, or the agents in `approvers`
             * @enum {string}
             */
            approver: "lead" | "admin" | "named";
            /** @description What is done in the requester’s name as soon as it is approved; of a message without its words, which stand in `message` */
            change: {
                add_tags?: string[];
                assignee?: number | null;
                /** @description Moves it to another brand, with its people; the assignee stays if they see that brand */
                brand?: number;
                /** @description Escalates the ticket; by itself, or with what a macro does beside it */
                escalate?: {
                    /** @description Put together from the ticket without it */
                    known?: string;
                    /** @description Likewise */
                    promised?: string;
                    /** @description What is wanted */
                    question: string;
                    /** @description false: the customer is not told this time; where the brand does not want it they never are */
                    tell_customer?: boolean;
                    /** @description One of them; `lead` makes it hierarchical, the others functional */
                    to: {
                        /** @description The ticket’s own without it */
                        team?: number;
                        /** @enum {number} */
                        tier: 2 | 3;
                    } | {
                        agent: number;
                    } | {
                        team: number;
                    } | {
                        /** @description Null: a lead of the team who is there, else of the brand */
                        lead: number | null;
                    };
                    /** @description Likewise */
                    tried?: string;
                };
                /** @description Custom fields to change; those that are not named stay as they are, null takes a value away */
                fields?: {
                    [key: string]: string | number | boolean | null;
                };
                /**
                 * @description `spam`, `trash`, or `inbox` to restore
                 * @enum {string}
                 */
                folder?: "inbox" | "spam" | "trash";
                /** @description Forwards messages, or asks somebody beside the customer; by itself */
                forward?: {
                    /** @description Own uploads, and files of messages that one may see */
                    attachments?: number[];
                    /** @description Get this mail without the others seeing it, and do not take part */
                    bcc?: {
                        /** Format: email */
                        email: string;
                        name?: string;
                    }[];
                    cc?: {
                        /** Format: email */
                        email: string;
                        name?: string;
                    }[];
                    html?: string;
                    /**
                     * @description `forward` passes messages on, `question` asks
                     * @enum {string}
                     */
                    kind: "forward" | "question";
                    /** @description Public messages of the ticket that go along under the text */
                    quote?: number[];
                    /**
                     * Format: date-time
                     * @description Sends it later; takes the place of `undo_seconds`
                     */
                    send_at?: string;
                    subject: string;
                    /** @description This or html is needed; a forward may go without */
                    text?: string;
                    /** @description With `cc` at most 20 people */
                    to: {
                        /** Format: email */
                        email: string;
                        name?: string;
                    }[];
                    /** @description With `send_at`: it is stopped if somebody answers here before */
                    unless_answered?: boolean;
                };
                /** @description What it is answered from; with another brand, that brand’s first without it */
                inbox?: number;
                /** @enum {string} */
                kind?: "question" | "incident" | "problem" | "task" | "complaint" | "order";
                language?: string | null;
                /** @description The macros that this comes from, for their count of uses; those that do not fit are left out */
                macros?: number[];
                /** @description Promises this; by itself */
                make_promise?: {
                    /** @description A moment; or a day such as 2026-12-01: by its end where you are */
                    due: string;
                    /**
                     * Format: date-time
                     * @description Of a call: its slot begins here and ends at `due`
                     */
                    from?: string;
                    /**
                     * @description `callback`: a call, with a phone number
                     * @enum {string}
                     */
                    kind?: "promise" | "callback";
                    /** @description The reply that makes it: the customer’s link to the promise goes along while that mail still waits */
                    message?: number;
                    /** @description Who keeps it; you without it, nobody by name with null and a team */
                    owner?: number | null;
                    phone?: string | null;
                    /** @enum {string} */
                    source?: "button" | "macro" | "slash" | "noticed" | "api";
                    team?: number | null;
                    /** @description What is promised; the customer may read it */
                    text: string;
                };
                /** @description Merges the ticket into the one with this number; by itself */
                merge_into?: number;
                /** @description Moves this promise; by itself */
                move?: {
                    commitment: number;
                    /** @description A moment; or a day such as 2026-12-01: by its end where you are */
                    due: string;
                    /**
                     * Format: date-time
                     * @description Of a call: its slot begins here and ends at `due`
                     */
                    from?: string;
                    /** @description To the customer, in your words; ours in their language without it */
                    message?: string;
                    /** @description Why; colleagues read it, the customer only what `message` says */
                    reason: string;
                    /** @description Sends nothing: the customer has been told in another way, which is written down */
                    told_otherwise?: boolean;
                };
                /** @description An internal note beside it, plain text */
                note?: string;
                /** @enum {string} */
                priority?: "low" | "normal" | "high" | "urgent";
                /** @description Kept by whoever has the ticket then */
                promise?: {
                    /** @description Hours in which the brand’s desk is open */
                    business?: boolean;
                    /** @description Within so many hours, from when the message goes out */
                    hours: number;
                    /** @description What is promised; the customer may read it */
                    text: string;
                };
                remove_tags?: string[];
                /** @description Sends this to the customer, with all that is done along with it; by itself */
                reply?: {
                    attachments?: number[];
                    /** @description Get it without the others seeing it, and do not take part */
                    bcc?: {
                        /** Format: email */
                        email: string;
                        name?: string;
                    }[];
                    /** @description People who get this, beside `to` or everybody, and take part from now on */
                    cc?: {
                        /** Format: email */
                        email: string;
                        name?: string;
                    }[];
                    /** @description What else is changed on the ticket along with it: both happen, or neither */
                    changes?: {
                        add_tags?: string[];
                        assignee?: number | null;
                        /** @description With what is known, tried and promised, put together from the ticket. But to a lead not together with `route`, `team` or `assignee` */
                        escalate?: {
                            /** @description What is wanted */
                            question: string;
                            /** @description One of them; `lead` is whoever leads there at the time, while the ticket stays where it is */
                            to: {
                                /** @enum {number} */
                                tier: 2 | 3;
                            } | {
                                team: number;
                            } | {
                                agent: number;
                            } | {
                                lead: null;
                            };
                        };
                        /** @description Custom fields by key: text, number, date as 2026-12-31, the key of an option, true or false; null takes the value away */
                        fields?: {
                            [key: string]: string | number | boolean | null;
                        };
                        /** @enum {string} */
                        kind?: "question" | "incident" | "problem" | "task" | "complaint" | "order";
                        /** @description An internal note beside it, plain text */
                        note?: string;
                        /** @enum {string} */
                        priority?: "low" | "normal" | "high" | "urgent";
                        /** @description Kept by whoever has the ticket then */
                        promise?: {
                            /** @description Hours in which the brand’s desk is open */
                            business?: boolean;
                            /** @description Within so many hours, from when the message goes out */
                            hours: number;
                            /** @description What is promised; the customer may read it */
                            text: string;
                        };
                        remove_tags?: string[];
                        /** @description Hand it to this team anew: nobody’s, for the team to take or be handed out. Not together with `team` or `assignee` */
                        route?: number;
                        team?: number | null;
                        /** @description Tell this webhook of it (`macro.used`): one of `macros` is a shared macro that names it. Of a message it hears when that goes out, and not at all where it is taken back before */
                        webhook?: number;
                    };
                    html?: string;
                    /** @description The macros that this comes from, for their count of uses; those that do not fit are left out */
                    macros?: number[];
                    /**
                     * Format: date-time
                     * @description Sends it later; takes the place of `undo_seconds`
                     */
                    send_at?: string;
                    /**
                     * @description The ticket’s status after it
                     * @enum {string}
                     */
                    status?: "open" | "pending" | "on_hold" | "solved";
                    /** @description This or html is needed */
                    text?: string;
                    /** @description Exactly these and `cc` get it; everybody who takes part without it */
                    to?: {
                        /** Format: email */
                        email: string;
                        name?: string;
                    }[];
                    /** @description With `send_at`: it is stopped if the customer writes before */
                    unless_answered?: boolean;
                };
                /** @description Hand it to this team anew: nobody’s, for the team to take or be handed out. Not together with `team` or `assignee` */
                route?: number;
                /** @description Opens a new ticket with this message; by itself */
                split?: {
                    /** @description A message from the customer */
                    message: number;
                    /** @description The message’s own without it */
                    subject?: string;
                };
                /** @enum {string} */
                status?: "new" | "open" | "pending" | "on_hold" | "solved" | "closed";
                team?: number | null;
                /**
                 * @description Takes the merge of this ticket back; by itself
                 * @constant
                 */
                unmerge?: true;
                /** @description Tell this webhook of it (`macro.used`): one of `macros` is a shared macro that names it. Of a message it hears when that goes out, and not at all where it is taken back before */
                webhook?: number;
                /** @description Takes this promise back; by itself */
                withdraw?: {
                    commitment: number;
                    reason?: string;
                };
                /** @description Writes to everybody in this side conversation; by itself */
                write_aside?: {
                    /** @description Own uploads, and files of messages that one may see */
                    attachments?: number[];
                    /** @description Get this mail without the others seeing it, and do not take part */
                    bcc?: {
                        /** Format: email */
                        email: string;
                        name?: string;
                    }[];
                    /** @description More people, from now on; at most 20 in all */
                    cc?: {
                        /** Format: email */
                        email: string;
                        name?: string;
                    }[];
                    html?: string;
                    /**
                     * Format: date-time
                     * @description Sends it later; takes the place of `undo_seconds`
                     */
                    send_at?: string;
                    side: number;
                    /** @description This or html is needed; a forward may go without */
                    text?: string;
                    /** @description With `send_at`: it is stopped if somebody answers here before */
                    unless_answered?: boolean;
                };
            };
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            created_at: string;
            ended_at: string | null;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            expires_at: string;
            id: number;
            may_answer: boolean;
            /** @description Approved, not done, and yours to ask for once more; the words of a message are in your draft again */
            may_ask_anew: boolean;
            may_withdraw: boolean;
            /** @description Where `change` sends a message: what goes out, to whom */
            message: components["schemas"]["HeldMessage"] | null;
            /** @description Some of those who may answer; of what waits */
            people: components["schemas"]["AgentRef"][];
            /** @description Of an approved one that could not be done: why, as a code of problems, of what was wrong with a field, or `is_merged`. It is over, and asked for anew */
            problem: string | null;
            reason: string;
            requester: components["schemas"]["AgentRef"];
            /** @description Whose answer is waited for, or was the last; where a change takes several, they are asked one after the other */
            rule: {
                id: number;
                name: string;
            };
            /** @enum {string} */
            state: "waiting" | "approved" | "refused" | "expired" | "withdrawn";
            ticket: {
                brand: number;
                number: number;
                subject: string;
            };
        };
        ApprovalRule: {
            /** @description With `guard` amount: more than this takes the approval */
            above: number | null;
            actions: ("assign" | "unassign" | "team" | "brand" | "priority" | "kind" | "spam" | "trash" | "escalate" | "promise" | "withdraw_promise" | "split" | "unmerge" | "reply" | "forward")[] | null;
            /** @description One that is off holds nothing back */
            active: boolean;
            /** @description So many different people have to say yes; never whoever asks */
            approvals: number;
            /**
             * @description Who answers: whoever leads and sees the brand (admins and owners do too), whoever administers, or the agents in `approvers`
             * @enum {string}
             */
            approver: "lead" | "admin" | "named";
            approvers: components["schemas"]["AgentRef"][];
            /** @description Null: all brands. Never changes */
            brand: components["schemas"]["BrandRef"] | null;
            conditions: components["schemas"]["TicketConditions"];
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            created_at: string;
            expires_after_hours: number;
            /** @description The key of the custom field */
            field: string | null;
            /**
             * @description A status, a number, a choice, a macro that is run, a promise that is moved later, two tickets that are merged, or what else is done to a ticket
             * @enum {string}
             */
            guard: "status" | "amount" | "choice" | "macro" | "promise" | "merge" | "action";
            id: number;
            /** @description With `guard` promise: a promise moved later by more than so many hours; 0: at all */
            later_hours: number | null;
            /** @description With `guard` macro */
            macro: {
                id: number;
                name: string;
            } | null;
            may_edit: boolean;
            name: string;
            /** @description With `guard` choice: what takes the approval; a branch stands for all that hangs on it */
            options: string[] | null;
            statuses: ("pending" | "on_hold" | "solved" | "closed")[] | null;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            updated_at: string;
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
        Automation: {
            actions: components["schemas"]["AutomationActions"];
            archived: boolean;
            /** @description Null: all brands. Never changes */
            brand: components["schemas"]["BrandRef"] | null;
            /** @description Its conditions or actions are of another version: it does nothing until it is saved anew */
            broken: boolean;
            conditions: components["schemas"]["AutomationConditions"];
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            created_at: string;
            enabled: boolean;
            /** @description What happened before is left alone */
            enabled_at: string | null;
            id: number;
            last_run_at: string | null;
            may_edit: boolean;
            name: string;
            runs: number;
            /** @description When it was last held back on a ticket because too much ran there */
            stopped_at: string | null;
            trigger: components["schemas"]["AutomationTrigger"];
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            updated_at: string;
        };
        AutomationActions: {
            add_tags?: string[];
            assignee?: number | null;
            /** @description With what is known, tried and promised, put together from the ticket. But to a lead not together with `route`, `team` or `assignee` */
            escalate?: {
                /** @description What is wanted */
                question: string;
                /** @description One of them; `lead` is whoever leads there at the time, while the ticket stays where it is */
                to: {
                    /** @enum {number} */
                    tier: 2 | 3;
                } | {
                    team: number;
                } | {
                    agent: number;
                } | {
                    lead: null;
                };
            };
            /** @description Custom fields by key: text, number, date as 2026-12-31, the key of an option, true or false; null takes the value away */
            fields?: {
                [key: string]: string | number | boolean | null;
            };
            /** @enum {string} */
            kind?: "question" | "incident" | "problem" | "task" | "complaint" | "order";
            /** @description An internal note beside it, plain text */
            note?: string;
            /** @enum {string} */
            priority?: "low" | "normal" | "high" | "urgent";
            /** @description Kept by whoever has the ticket then */
            promise?: {
                /** @description Hours in which the brand’s desk is open */
                business?: boolean;
                /** @description Within so many hours, from when the message goes out */
                hours: number;
                /** @description What is promised; the customer may read it */
                text: string;
            };
            remove_tags?: string[];
            /** @description Write to the customer the text of this shared macro, in their language */
            reply?: {
                macro: number;
            };
            /** @description Hand it to this team anew: nobody’s, for the team to take or be handed out. Not together with `team` or `assignee` */
            route?: number;
            /** @enum {string} */
            status?: "open" | "pending" | "on_hold" | "solved";
            team?: number | null;
            /** @description Tell this webhook of it, with the event `automation.ran` */
            webhook?: number;
        };
        AutomationActionsInput: {
            add_tags?: string[];
            assignee?: number | null;
            /** @description With what is known, tried and promised, put together from the ticket. But to a lead not together with `route`, `team` or `assignee` */
            escalate?: {
                /** @description What is wanted */
                question: string;
                /** @description One of them; `lead` is whoever leads there at the time, while the ticket stays where it is */
                to: {
                    /** @enum {number} */
                    tier: 2 | 3;
                } | {
                    team: number;
                } | {
                    agent: number;
                } | {
                    lead: null;
                };
            };
            /** @description Custom fields by key: text, number, date as 2026-12-31, the key of an option, true or false; null takes the value away */
            fields?: {
                [key: string]: string | number | boolean | null;
            };
            /** @enum {string} */
            kind?: "question" | "incident" | "problem" | "task" | "complaint" | "order";
            /** @description An internal note beside it, plain text */
            note?: string;
            /** @enum {string} */
            priority?: "low" | "normal" | "high" | "urgent";
            /** @description Kept by whoever has the ticket then */
            promise?: {
                /** @description Hours in which the brand’s desk is open */
                business?: boolean;
                /** @description Within so many hours, from when the message goes out */
                hours: number;
                /** @description What is promised; the customer may read it */
                text: string;
            };
            remove_tags?: string[];
            /** @description Write to the customer the text of this shared macro, in their language */
            reply?: {
                macro: number;
            };
            /** @description Hand it to this team anew: nobody’s, for the team to take or be handed out. Not together with `team` or `assignee` */
            route?: number;
            /** @enum {string} */
            status?: "open" | "pending" | "on_hold" | "solved";
            team?: number | null;
            /** @description Tell this webhook of it, with the event `automation.ran` */
            webhook?: number;
        };
        AutomationConditions: {
            /** @description Ids of agents, `me`: who reads, `none` */
            assignee?: (("me" | "none") | number)[];
            brand?: number[];
            channel?: ("email" | "phone" | "chat" | "form" | "letter" | "walk_in" | "api" | "web")[];
            /** @description In UTC */
            created?: {
                /**
                 * Format: date
                 * @description This day or later
                 */
                from?: string;
                newer_than?: {
                    count: number;
                    /** @enum {string} */
                    unit: "hours" | "days";
                };
                older_than?: {
                    count: number;
                    /** @enum {string} */
                    unit: "hours" | "days";
                };
                /**
                 * Format: date
                 * @description This day or earlier
                 */
                to?: string;
            };
            /**
             * @description An escalation of it is open
             * @constant
             */
            escalated?: true;
            /** @description As `field` of the list of tickets */
            field?: string[];
            /**
             * @description `inbox` without it
             * @enum {string}
             */
            folder?: "inbox" | "spam" | "trash";
            kind?: ("question" | "incident" | "problem" | "task" | "complaint" | "order")[];
            language?: string[];
            /**
             * @description Who wrote last; notes and side conversations do not count
             * @enum {string}
             */
            last_from?: "customer" | "us";
            /** @description In UTC */
            last_message?: {
                /**
                 * Format: date
                 * @description This day or later
                 */
                from?: string;
                newer_than?: {
                    count: number;
                    /** @enum {string} */
                    unit: "hours" | "days";
                };
                older_than?: {
                    count: number;
                    /** @enum {string} */
                    unit: "hours" | "days";
                };
                /**
                 * Format: date
                 * @description This day or earlier
                 */
                to?: string;
            };
            /** @description In the customer’s newest message, its first 20,000 characters */
            message?: string[];
            organization?: number[];
            priority?: ("low" | "normal" | "high" | "urgent")[];
            /**
             * @description A promise to the customer is not kept yet; it is due within 24 hours or overdue; it is overdue
             * @enum {string}
             */
            promise?: "any" | "within_day" | "overdue";
            requester?: number[];
            /** @description A promised time is broken, or is soon due and has been warned of */
            sla?: ("breached" | "at_risk")[];
            /**
             * @description `no` without it
             * @enum {string}
             */
            snoozed?: "no" | "only" | "any";
            status?: ("new" | "open" | "pending" | "on_hold" | "solved" | "closed")[];
            /** @description In the subject */
            subject?: string[];
            /** @description Any of these */
            tag?: string[];
            /** @description Ids of teams, `mine`: those of who reads, `none` */
            team?: (("mine" | "none") | number)[];
            /** @description Topics of wrap-ups, by id; each with all that hangs on it */
            topic?: number[];
            /** @description In UTC */
            updated?: {
                /**
                 * Format: date
                 * @description This day or later
                 */
                from?: string;
                newer_than?: {
                    count: number;
                    /** @enum {string} */
                    unit: "hours" | "days";
                };
                older_than?: {
                    count: number;
                    /** @enum {string} */
                    unit: "hours" | "days";
                };
                /**
                 * Format: date
                 * @description This day or earlier
                 */
                to?: string;
            };
            /** @description None of these */
            without_tag?: string[];
        };
        AutomationConditionsInput: {
            /** @description Ids of agents, `me`: who reads, `none` */
            assignee?: (("me" | "none") | number)[];
            brand?: number[];
            channel?: ("email" | "phone" | "chat" | "form" | "letter" | "walk_in" | "api" | "web")[];
            /** @description In UTC */
            created?: {
                /**
                 * Format: date
                 * @description This day or later
                 */
                from?: string;
                newer_than?: {
                    count: number;
                    /** @enum {string} */
                    unit: "hours" | "days";
                };
                older_than?: {
                    count: number;
                    /** @enum {string} */
                    unit: "hours" | "days";
                };
                /**
                 * Format: date
                 * @description This day or earlier
                 */
                to?: string;
            };
            /**
             * @description An escalation of it is open
             * @constant
             */
            escalated?: true;
            /** @description As `field` of the list of tickets */
            field?: string[];
            /**
             * @description `inbox` without it
             * @enum {string}
             */
            folder?: "inbox" | "spam" | "trash";
            kind?: ("question" | "incident" | "problem" | "task" | "complaint" | "order")[];
            language?: string[];
            /**
             * @description Who wrote last; notes and side conversations do not count
             * @enum {string}
             */
            last_from?: "customer" | "us";
            /** @description In UTC */
            last_message?: {
                /**
                 * Format: date
                 * @description This day or later
                 */
                from?: string;
                newer_than?: {
                    count: number;
                    /** @enum {string} */
                    unit: "hours" | "days";
                };
                older_than?: {
                    count: number;
                    /** @enum {string} */
                    unit: "hours" | "days";
                };
                /**
                 * Format: date
                 * @description This day or earlier
                 */
                to?: string;
            };
            /** @description In the customer’s newest message, its first 20,000 characters */
            message?: string[];
            organization?: number[];
            priority?: ("low" | "normal" | "high" | "urgent")[];
            /**
             * @description A promise to the customer is not kept yet; it is due within 24 hours or overdue; it is overdue
             * @enum {string}
             */
            promise?: "any" | "within_day" | "overdue";
            requester?: number[];
            /** @description A promised time is broken, or is soon due and has been warned of */
            sla?: ("breached" | "at_risk")[];
            /**
             * @description `no` without it
             * @enum {string}
             */
            snoozed?: "no" | "only" | "any";
            status?: ("new" | "open" | "pending" | "on_hold" | "solved" | "closed")[];
            /** @description In the subject */
            subject?: string[];
            /** @description Any of these */
            tag?: string[];
            /** @description Ids of teams, `mine`: those of who reads, `none` */
            team?: (("mine" | "none") | number)[];
            /** @description Topics of wrap-ups, by id; each with all that hangs on it */
            topic?: number[];
            /** @description In UTC */
            updated?: {
                /**
                 * Format: date
                 * @description This day or later
                 */
                from?: string;
                newer_than?: {
                    count: number;
                    /** @enum {string} */
                    unit: "hours" | "days";
                };
                older_than?: {
                    count: number;
                    /** @enum {string} */
                    unit: "hours" | "days";
                };
                /**
                 * Format: date
                 * @description This day or earlier
                 */
                to?: string;
            };
            /** @description None of these */
            without_tag?: string[];
        };
        AutomationRun: {
            automation: {
                id: number;
                name: string;
            };
            /** @description `event:` and its type, or `time` */
            cause: string;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            created_at: string;
            /** @description The actions that were taken */
            done: string[];
            id: number;
            /**
             * @description refused: nothing of it was done; stopped: too much ran on the ticket
             * @enum {string}
             */
            outcome: "done" | "unchanged" | "refused" | "stopped";
            problem: {
                code: string;
                /** @description Missing steps by their words, else names of fields */
                fields: string[];
            } | null;
            ticket: {
                number: number;
                subject: string;
            };
        };
        /** @description The conditions asked of tickets as they are now; whether the event happened on them is not asked */
        AutomationTest: {
            /** @description The newest tickets, at most 10000 */
            looked_at: number;
            matched: number;
            next_cursor: string | null;
            /** @description Fifty of them, the newest first */
            tickets: {
                number: number;
                /** @enum {string} */
                status: "new" | "open" | "pending" | "on_hold" | "solved" | "closed";
                subject: string;
            }[];
        };
        AutomationTrigger: {
            /** @description Any of these */
            events: ("created" | "customer_replied" | "agent_replied" | "note_added" | "status_changed" | "assigned" | "team_changed" | "tag_added" | "changed" | "sla_warning" | "sla_breached" | "promise_due_soon" | "promise_broken" | "low_score")[];
            /** @constant */
            on: "events";
        } | {
            /** @description Only hours in which the brand’s desk is open */
            business?: boolean;
            hours: number;
            /** @constant */
            on: "time";
            /**
             * @description `customer_wrote` and `we_wrote`: if nobody has answered since; automatic mail does not count
             * @enum {string}
             */
            since: "created" | "last_message" | "customer_wrote" | "we_wrote" | "updated" | "solved";
        };
        AutomationTriggerInput: {
            /** @description Any of these */
            events: ("created" | "customer_replied" | "agent_replied" | "note_added" | "status_changed" | "assigned" | "team_changed" | "tag_added" | "changed" | "sla_warning" | "sla_breached" | "promise_due_soon" | "promise_broken" | "low_score")[];
            /** @constant */
            on: "events";
        } | {
            /** @description Only hours in which the brand’s desk is open */
            business?: boolean;
            hours: number;
            /** @constant */
            on: "time";
            /**
             * @description `customer_wrote` and `we_wrote`: if nobody has answered since; automatic mail does not count
             * @enum {string}
             */
            since: "created" | "last_message" | "customer_wrote" | "we_wrote" | "updated" | "solved";
        };
        Backup: {
            error: ("no_space" | "not_writable" | "interrupted" | "stopped" | "failed") | null;
            files: number | null;
            /** @description Files that messages name but that are lost or damaged in the file store */
            files_missing: number;
            finished_at: string | null;
            /** @description On the machine of the worker that made it */
            folder: string | null;
            id: number;
            /** @description While it runs: bytes of tables, then files */
            progress: {
                done: number;
                /** @enum {string} */
                phase: "database" | "files";
                total: number;
            } | null;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            queued_at: string;
            /** @enum {string} */
            reason: "schedule" | "asked" | "command" | "upgrade";
            /** @description When the rotation took it away */
            removed_at: string | null;
            /** @description Bytes; files that backups share count in each */
            size: number | null;
            started_at: string | null;
            /** @enum {string} */
            status: "queued" | "running" | "done" | "failed";
        };
        BackupPlan: {
            daily: boolean;
            folder: string;
            keep: {
                daily: number;
                weekly: number;
            };
            next_at: string | null;
            /** @description Backups hold the installation’s secret; not where the environment keeps it */
            secret_included: boolean;
        };
        BaseEntry: {
            account: components["schemas"]["Account"];
            /**
             * @description What the agent whose base it is is to them
             * @enum {string}
             */
            as: "agent" | "deputy";
            /** @description Of a customer */
            email: string | null;
            id: number;
            /** @enum {string} */
            kind: "customer" | "organization";
            /** @description The last public message, theirs or ours; null: never */
            last_contact_at: string | null;
            name: string;
            next_contact: components["schemas"]["NextContact"] | null;
            /** @description Open tickets, of an organization those of its people; stops at 1,000 */
            open: number;
            /** @description Of a customer */
            organization: {
                id: number;
                name: string;
            } | null;
            /** @description When the soonest promise on one of these is due */
            promise_due_at: string | null;
        };
        BaseMove: {
            /** @description The same in every step */
            id: number;
            /** @description Of brands that the agent, or the deputy, does not see: they stay as they were */
            left: number;
            /** @description In this step */
            moved: number;
            /** @description Of a whole base that takes more steps: ask again with it; null when all is done */
            next_cursor: string | null;
        };
        Bell: {
            /** @description The newest unread one */
            newest: number | null;
            /** @description The newest unread one that may be heard */
            ring: number | null;
            /** @description Counting stops at 1000 */
            unread: number;
        };
        Block: {
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            created_at: string;
            created_by: {
                id: number;
                name: string;
            } | null;
            id: number;
            /** @description An e-mail address, or a whole domain as @example.org */
            pattern: string;
        };
        Brand: {
            /** @description Answer the first mail of a ticket by machine, with its number */
            acknowledge: boolean;
            archived: boolean;
            /** @description Whose opening hours it keeps; null: the default calendar’s */
            calendar: number | null;
            /** @description Its client readers see customers’ e-mail addresses and telephone numbers */
            clients_see_contacts: boolean;
            /** @description Its client readers may read internal notes, also those written before */
            clients_see_notes: boolean;
            /** @description #rrggbb */
            color: string;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            created_at: string;
            default_language: string;
            /** @description The name that mail goes out under; the brand’s name when empty */
            from_name: string;
            id: number;
            is_default: boolean;
            name: string;
            slug: string;
            /** @description Ids of the teams that may serve it; null: all */
            teams: number[] | null;
            /** @description Customers are told when their ticket is escalated */
            tell_escalations: boolean;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            updated_at: string;
            /**
             * @description Whether it is written down how a ticket ended when it is solved: not asked for, asked for, or required
             * @enum {string}
             */
            wrap_up: "off" | "asked" | "required";
        };
        BrandRef: {
            color: string;
            id: number;
            name: string;
        };
        BrandTexts: {
            /** @description What the texts may name, with its braces */
            placeholders: string[];
            texts: {
                body: string;
                /** @enum {string} */
                kind: "acknowledgement" | "signature" | "escalation";
                language: string;
                subject: string;
                /**
                 * Format: date-time
                 * @description RFC 3339, UTC
                 */
                updated_at: string;
            }[];
        };
        BulkChange: {
            /** @description Null of one that takes another back */
            change: components["schemas"]["BulkChangeValues"] | null;
            /** @description Tickets by what became of them: `unchanged` were so already, `refused` could not be changed, `left` have been changed by somebody since and were not, or not wholly, put back */
            counts: {
                changed: number;
                left: number;
                refused: number;
                unchanged: number;
            };
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            created_at: string;
            /** @description Of a failed one: its agent was deactivated or lost their role; or it did not get on */
            error: ("not_allowed" | "failed") | null;
            finished_at: string | null;
            id: number;
            made_by: {
                id: number;
                name: string;
            };
            /** @description Tickets */
            progress: {
                done: number;
                total: number;
            };
            /** @enum {string} */
            status: "running" | "done" | "stopped" | "failed";
            /** @description The bulk change that it takes back */
            undoes: number | null;
            /** @description The one that takes it back */
            undone_by: number | null;
        };
        BulkChangeItem: {
            /** @description Null while it waits */
            outcome: ("changed" | "unchanged" | "refused" | "left") | null;
            /** @description A code of our problem answers, or `changed_since` or `is_merged`; and the fields that it is about, or with `steps_missing` those steps */
            problem: {
                code: string;
                fields: string[];
            } | null;
            /** @description Null of one that you do not see any more */
            ticket: {
                number: number;
                subject: string;
            } | null;
        };
        BulkChangeValues: {
            add_tags?: string[];
            assignee?: number | null;
            /** @description Moves it to another brand, with its people; the assignee stays if they see that brand */
            brand?: number;
            /**
             * @description `spam`, `trash`, or `inbox` to restore
             * @enum {string}
             */
            folder?: "inbox" | "spam" | "trash";
            /** @enum {string} */
            kind?: "question" | "incident" | "problem" | "task" | "complaint" | "order";
            /** @enum {string} */
            priority?: "low" | "normal" | "high" | "urgent";
            remove_tags?: string[];
            /** @enum {string} */
            status?: "open" | "pending" | "on_hold" | "solved";
            team?: number | null;
        };
        BulkChangeValuesInput: {
            add_tags?: string[];
            assignee?: number | null;
            /** @description Moves it to another brand, with its people; the assignee stays if they see that brand */
            brand?: number;
            /**
             * @description `spam`, `trash`, or `inbox` to restore
             * @enum {string}
             */
            folder?: "inbox" | "spam" | "trash";
            /** @enum {string} */
            kind?: "question" | "incident" | "problem" | "task" | "complaint" | "order";
            /** @enum {string} */
            priority?: "low" | "normal" | "high" | "urgent";
            remove_tags?: string[];
            /** @enum {string} */
            status?: "open" | "pending" | "on_hold" | "solved";
            team?: number | null;
        };
        Calendar: {
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            created_at: string;
            exceptions: components["schemas"]["CalendarException"][];
            /** @description Null: no public holidays */
            holidays: {
                country: string;
                /**
                 * @description Public holidays and bank holidays on which the desk is open as usual, by their `rule`
                 * @default []
                 */
                left_out: string[];
                /**
                 * @description A state, canton or the like, as the list of countries names it
                 * @default null
                 */
                region: string | null;
                /**
                 * @description Optional holidays on which it is closed all the same, by their `rule`
                 * @default []
                 */
                taken_in: string[];
            } | null;
            id: number;
            /** @description Counts for every brand that names no other */
            is_default: boolean;
            /** @description Empty: the usual hours of the desk */
            name: string;
            /** @description Null: the workspace’s */
            time_zone: string | null;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            updated_at: string;
            /** @description Brands that you see, and agents who work by it; a hundred of each at most */
            used_by: {
                id: number;
                name: string;
                /** @enum {string} */
                type: "brand" | "agent";
            }[];
            /** @description Null: nobody has said; open around the clock */
            week: {
                from: string;
                /** @description At or before `from`: on the day after */
                to: string;
            }[][] | null;
        };
        CalendarException: {
            /**
             * Format: date
             * @description The day, or the first of several
             */
            date: string;
            /**
             * @description None: closed
             * @default []
             */
            hours: {
                from: string;
                /** @description At or before `from`: on the day after */
                to: string;
            }[];
            /** @default  */
            name: string;
            /**
             * @description The last of several days
             * @default null
             */
            until: string | null;
            /**
             * @description On the same days of every year
             * @default false
             */
            yearly: boolean;
        };
        CalendarExceptionInput: {
            /**
             * Format: date
             * @description The day, or the first of several
             */
            date: string;
            /**
             * @description None: closed
             * @default []
             */
            hours: {
                from: string;
                /** @description At or before `from`: on the day after */
                to: string;
            }[];
            /** @default  */
            name: string;
            /**
             * @description The last of several days
             * @default null
             */
            until: string | null;
            /**
             * @description On the same days of every year
             * @default false
             */
            yearly: boolean;
        };
        CalendarPreview: {
            /** @description Until when it is open, if it is */
            current: {
                /** @description Null: it does not close */
                closes: string | null;
                /**
                 * Format: date-time
                 * @description RFC 3339, UTC
                 */
                opens: string;
            } | null;
            /** @description Days of the year that differ from the week */
            days: {
                /** Format: date */
                date: string;
                /** @description By language; an exception’s under `own` */
                names: {
                    [key: string]: string;
                };
                open: boolean;
                /** @enum {string} */
                reason: "holiday" | "exception";
            }[];
            /** @description The public holidays of the year, also those left out */
            holidays: {
                /** Format: date */
                date: string;
                /** @description By language */
                names: {
                    [key: string]: string;
                };
                /** @description How its date is found; the same every year */
                rule: string;
                /**
                 * @description `bank`: banks and offices are closed; `optional`: some are
                 * @enum {string}
                 */
                type: "public" | "bank" | "optional";
            }[];
            /** @description The openings that come */
            next: {
                /** @description Null: it does not close */
                closes: string | null;
                /**
                 * Format: date-time
                 * @description RFC 3339, UTC
                 */
                opens: string;
            }[];
            open_now: boolean;
            time_zone: string;
            /** @description Open hours of a usual week */
            week_hours: number;
        };
        CancelledMail: {
            /** @description What was done with it and went back with it. To send it again: `status`, which stands in `changes` here, as `status` of the message, the rest of `changes` as its `changes`, `macros` as they are. Fields, tags, team and assignee of the ticket stay as they are, and a field comes with the value that it has by now */
            along: {
                changes: {
                    add_tags?: string[];
                    assignee?: number | null;
                    escalate?: {
                        /** @description What is wanted */
                        question: string;
                        /** @description One of them; `lead` is whoever leads there at the time, while the ticket stays where it is */
                        to: {
                            /** @enum {number} */
                            tier: 2 | 3;
                        } | {
                            team: number;
                        } | {
                            agent: number;
                        } | {
                            lead: null;
                        };
                    };
                    fields?: {
                        [key: string]: string | number | boolean | null;
                    };
                    /** @enum {string} */
                    kind?: "question" | "incident" | "problem" | "task" | "complaint" | "order";
                    note?: string;
                    /** @enum {string} */
                    priority?: "low" | "normal" | "high" | "urgent";
                    promise?: {
                        business?: boolean;
                        hours: number;
                        text: string;
                    };
                    remove_tags?: string[];
                    route?: number;
                    /** @enum {string} */
                    status?: "open" | "pending" | "on_hold" | "solved";
                    team?: number | null;
                    webhook?: number;
                };
                macros: number[];
            };
            attempts: number;
            bcc: {
                address: string;
                name: string;
            }[];
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
            /**
             * @description `side`: to the people of a side conversation
             * @enum {string}
             */
            kind: "reply" | "acknowledgement" | "side" | "survey";
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
            /** @description Sent later, not before this */
            scheduled_for: string | null;
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
            /** @description It is stopped if the customer writes before */
            unless_answered: boolean;
            /** @description Why a queued one does not go now: its time, no SMTP server or no inbox to send from, or OMBUD_OUTBOUND=hold */
            waiting_for: ("time" | "configuration" | "hold") | null;
        };
        ClientCase: {
            brand: {
                color: string;
                id: number;
                name: string;
            };
            /** @enum {string} */
            channel: "email" | "phone" | "chat" | "form" | "letter" | "walk_in" | "api" | "web";
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            created_at: string;
            /** @description Of the newest message that these readers see */
            last_message_at: string | null;
            number: number;
            /** @description The customer’s name; empty when none is known */
            requester: string;
            solved_at: string | null;
            /** @enum {string} */
            status: "new" | "open" | "pending" | "on_hold" | "solved" | "closed";
            subject: string;
        };
        ClientFigures: {
            answered: number;
            asked: number;
            /** @description 1 to 5; null without answers */
            average: number | null;
            days: number;
        };
        ClientMessage: {
            attachments: {
                id: number;
                name: string;
                size: number;
                type: string;
            }[];
            /** @enum {string} */
            channel: "email" | "phone" | "chat" | "form" | "letter" | "walk_in" | "api" | "web";
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            created_at: string;
            /** @enum {string} */
            direction: "in" | "out";
            /** @description A name, never an address; empty when none is known */
            from: string;
            id: number;
            /**
             * @description Notes only where the brand shows them
             * @enum {string}
             */
            kind: "public" | "note";
            /** @description What is new in it, without what it quotes */
            text: string;
            /** @enum {string} */
            written_by: "customer" | "desk" | "machine";
        };
        ClientOpening: {
            brand: {
                color: string;
                id: number;
                name: string;
            };
            /** @description YYYY-MM-DD, UTC */
            day: string;
            /** @description How often a file was fetched */
            files: number;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            last_at: string;
            subject: string;
            ticket: number;
            times: number;
        };
        Commitment: {
            /** @description The customer agreed by the link */
            agreed_at: string | null;
            broken_at: string | null;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            created_at: string;
            /** @description A day such as 2026-12-01, or a moment */
            due: string;
            /**
             * Format: date-time
             * @description When it is broken: a day is over where whoever promised it was
             */
            due_at: string;
            from: string | null;
            id: number;
            kept_at: string | null;
            kept_by: components["schemas"]["AgentRef"] | null;
            /** @enum {string} */
            kind: "promise" | "callback";
            made_by: components["schemas"]["AgentRef"] | null;
            /** @description Oldest first, the newest 50 */
            moves: {
                /**
                 * Format: date-time
                 * @description RFC 3339, UTC
                 */
                at: string;
                by: components["schemas"]["AgentRef"] | null;
                /**
                 * Format: date-time
                 * @description RFC 3339, UTC
                 */
                from: string;
                reason: string;
                /**
                 * Format: date-time
                 * @description RFC 3339, UTC
                 */
                to: string;
                /**
                 * @description How the customer knows: by our message, otherwise as the agent said, or because they asked for it
                 * @enum {string}
                 */
                told: "message" | "otherwise" | "asked";
            }[];
            owner: components["schemas"]["AgentRef"] | null;
            phone: string | null;
            /** @description Another time that the customer asks for */
            proposal: {
                /**
                 * Format: date-time
                 * @description RFC 3339, UTC
                 */
                at: string;
                /**
                 * Format: date-time
                 * @description RFC 3339, UTC
                 */
                due_at: string;
                text: string;
            } | null;
            /** @enum {string} */
            source: "button" | "macro" | "slash" | "noticed" | "api";
            /**
             * @description `kept_late`: after it had been broken
             * @enum {string}
             */
            state: "open" | "broken" | "kept" | "kept_late" | "withdrawn";
            team: {
                id: number;
                name: string;
            } | null;
            text: string;
            /** @description The ticket’s number */
            ticket: number;
            /** @description When the customer was last sent the link to it */
            told_at: string | null;
            warned_at: string | null;
            withdrawn_at: string | null;
            withdrawn_by: components["schemas"]["AgentRef"] | null;
            withdrawn_reason: string | null;
        };
        Customer: {
            account: components["schemas"]["Account"] | null;
            addresses: components["schemas"]["CustomerAddress"][];
            /** @description Those that know the customer and that you see */
            brands: {
                color: string;
                id: number;
                name: string;
            }[];
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            created_at: string;
            /** @description The primary e-mail address */
            email: string | null;
            id: number;
            /** @enum {string} */
            kind: "external" | "employee";
            language: string | null;
            /** @description Customers who are this person too; their ids lead here */
            merged: {
                id: number;
                /**
                 * Format: date-time
                 * @description RFC 3339, UTC
                 */
                merged_at: string;
                name: string;
                note: string;
            }[];
            name: string;
            next_contact: components["schemas"]["NextContact"] | null;
            note: string;
            organization: {
                id: number;
                name: string;
            } | null;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            updated_at: string;
        };
        CustomerAddress: {
            /** @description Phone numbers in E.164; one from before they were read stands as it was typed, without + */
            address: string;
            /** @description RFC 3463, e.g. 5.1.1 */
            bounce_status: string | null;
            /** @description Since when mail to it comes back for good */
            bounced_at: string | null;
            /** @description Possible as a phone number, but of no range that is known to be in use */
            doubtful: boolean;
            id: number;
            is_primary: boolean;
            /** @enum {string} */
            kind: "email" | "phone";
            /** @description Of the merged customer whose it is */
            merged_from: number | null;
            /** @description Phone numbers as people in the workspace’s country write them */
            shown: string;
        };
        CustomerHit: {
            email: {
                /** @description This is what was looked for */
                match: boolean;
                text: string;
            }[] | null;
            id: number;
            /** @description Plain text in pieces; joined, they are the text */
            name: {
                /** @description This is what was looked for */
                match: boolean;
                text: string;
            }[];
            /** @description Where the words stand in the note */
            note: {
                /** @description This is what was looked for */
                match: boolean;
                text: string;
            }[] | null;
            organization: {
                id: number;
                name: string;
            } | null;
            phone: {
                /** @description This is what was looked for */
                match: boolean;
                text: string;
            }[] | null;
        };
        CustomerImport: {
            /** @description Knows the customers of rows that name no brand */
            brand: {
                color: string;
                id: number;
                name: string;
            };
            columns: {
                /** @enum {string} */
                field: "skip" | "name" | "first_name" | "last_name" | "email" | "phone" | "organization" | "domain" | "language" | "kind" | "note" | "brand";
                heading: string;
                samples: string[];
            }[];
            /** @description ISO 3166-1; where numbers without a country code are from */
            country: string | null;
            /** @description Rows by what will happen or has happened with them; organizations that are made */
            counts: {
                adds: number;
                kept: number;
                new: number;
                organizations: number;
                refused: number;
                removed: number;
                taken_back: number;
                unchanged: number;
            };
            create_organizations: boolean;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            created_at: string;
            /** @enum {string} */
            delimiter: "," | ";" | "\t" | "|";
            /** @enum {string} */
            encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | "windows-1250" | "iso-8859-2";
            error: {
                /** @enum {string} */
                code: "empty" | "spreadsheet" | "not_text" | "no_cards" | "too_many_rows" | "too_many_columns" | "record_too_large" | "quote_not_closed" | "lost" | "not_allowed" | "failed";
                row: number | null;
            } | null;
            failed_while: ("checking" | "importing" | "undoing") | null;
            file: {
                name: string;
                /** @description Bytes */
                size: number;
            };
            finished_at: string | null;
            /** @enum {string} */
            format: "csv" | "vcard";
            /** @description The first row names the columns */
            header: boolean;
            id: number;
            made_by: {
                id: number;
                name: string;
            };
            /** @description Rows, while something is under way */
            progress: {
                done: number;
                /** @description 0 while it is not known */
                total: number;
            } | null;
            rows: number;
            /**
             * @description `draft` → `checking` → `ready` → `importing` → `done` → `undoing` → `undone`; or `failed`
             * @enum {string}
             */
            status: "draft" | "checking" | "ready" | "importing" | "done" | "undoing" | "undone" | "failed" | "removing";
        };
        CustomerImportRow: {
            adds: {
                brand: number | null;
                emails: string[];
                language: string | null;
                name: string | null;
                note: string | null;
                organization: string | null;
                phones: string[];
            } | null;
            customer: number | null;
            emails: string[];
            name: string;
            notices: {
                /** @enum {string} */
                code: "organization_unknown" | "no_address" | "name_kept" | "same_as_row" | "number_of_customer" | "number_of_row";
                value: string;
                /** @description Of a number that was left out: the customer, or the row, it belongs to */
                whose?: string;
            }[];
            organization: string | null;
            /**
             * @description `adds`: to a customer who is there already, only what they lack
             * @enum {string}
             */
            outcome: "new" | "adds" | "unchanged" | "refused";
            phones: string[];
            /** @description Why it is refused */
            problems: {
                /** @enum {string} */
                code: "bad_address" | "bad_number" | "spoiled_number" | "number_without_country" | "too_long" | "too_many_addresses" | "unreadable" | "bad_language" | "bad_kind" | "bad_domain" | "unknown_brand" | "nobody" | "address_taken" | "two_people";
                field: ("skip" | "name" | "first_name" | "last_name" | "email" | "phone" | "organization" | "domain" | "language" | "kind" | "note" | "brand") | null;
                value: string;
            }[];
            /** @description As a spreadsheet counts; of vCards, the card’s place */
            row: number;
            /** @description The phone numbers of the row as people in the workspace’s country write them */
            shown: {
                [key: string]: string;
            };
            undone: ("removed" | "taken_back" | "kept") | null;
        };
        CustomerRef: {
            email: string | null;
            id: number;
            name: string;
        };
        Delivery: {
            attempts: number;
            /** @description Why a cancelled one was stopped, where nobody took it back */
            cancel_reason: "answered" | null;
            id: number;
            last_error: string | null;
            /** @description Sent later, not before this */
            scheduled_for: string | null;
            sent_at: string | null;
            /** @enum {string} */
            status: "queued" | "sending" | "sent" | "failed" | "cancelled";
            undo_until: string | null;
            /** @description It is stopped if the customer writes before */
            unless_answered: boolean;
        };
        DemoLogins: {
            logins: {
                email: string;
                name: string;
                role: string;
            }[];
            /** @description The same for all of them */
            password: string;
        };
        Draft: {
            attachments: components["schemas"]["Attachment"][];
            bcc: components["schemas"]["Address"][];
            cc: components["schemas"]["Address"][];
            /** @description What sending it will change on the ticket */
            changes: {
                add_tags?: string[];
                assignee?: number | null;
                /** @description With what is known, tried and promised, put together from the ticket. But to a lead not together with `route`, `team` or `assignee` */
                escalate?: {
                    /** @description What is wanted */
                    question: string;
                    /** @description One of them; `lead` is whoever leads there at the time, while the ticket stays where it is */
                    to: {
                        /** @enum {number} */
                        tier: 2 | 3;
                    } | {
                        team: number;
                    } | {
                        agent: number;
                    } | {
                        lead: null;
                    };
                };
                /** @description Custom fields by key: text, number, date as 2026-12-31, the key of an option, true or false; null takes the value away */
                fields?: {
                    [key: string]: string | number | boolean | null;
                };
                /** @enum {string} */
                kind?: "question" | "incident" | "problem" | "task" | "complaint" | "order";
                /** @description An internal note beside it, plain text */
                note?: string;
                /** @enum {string} */
                priority?: "low" | "normal" | "high" | "urgent";
                /** @description Kept by whoever has the ticket then */
                promise?: {
                    /** @description Hours in which the brand’s desk is open */
                    business?: boolean;
                    /** @description Within so many hours, from when the message goes out */
                    hours: number;
                    /** @description What is promised; the customer may read it */
                    text: string;
                };
                remove_tags?: string[];
                /** @description Hand it to this team anew: nobody’s, for the team to take or be handed out. Not together with `team` or `assignee` */
                route?: number;
                /** @enum {string} */
                status?: "open" | "pending" | "on_hold" | "solved";
                team?: number | null;
                /** @description Tell this webhook of it (`macro.used`): one of `macros` is a shared macro that names it. Of a message it hears when that goes out, and not at all where it is taken back before */
                webhook?: number;
            };
            html: string;
            /** @enum {string} */
            kind: "public" | "note" | "forward" | "side";
            /** @description What it seems to be written in; null when it is too short to tell */
            language: string | null;
            macros: number[];
            /** @description The messages that a forward quotes */
            quoted: number[];
            /** @description What another device had saved meanwhile, which this text took the place of */
            replaced: {
                attachments: components["schemas"]["Attachment"][];
                bcc: components["schemas"]["Address"][];
                cc: components["schemas"]["Address"][];
                html: string;
                subject: string;
                /** @description Null: everybody who takes part */
                to: components["schemas"]["Address"][] | null;
                /**
                 * Format: date-time
                 * @description RFC 3339, UTC
                 */
                updated_at: string;
            } | null;
            /** @description The side conversation that it answers; null for a new one */
            side: number | null;
            subject: string;
            /** @description Null: everybody who takes part */
            to: components["schemas"]["Address"][] | null;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            updated_at: string;
        };
        Duplicate: {
            customer: components["schemas"]["Customer"];
            reasons: ("number" | "mail" | "name" | "similar_name")[];
        };
        DuplicatePair: {
            /** @description The elder first */
            customers: components["schemas"]["Customer"][];
            reasons: ("number" | "mail" | "name" | "similar_name")[];
        };
        Escalation: {
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            at: string;
            /** @description Null: an automation */
            by: components["schemas"]["AgentRef"] | null;
            /** @description Why it was handed back */
            explanation: string | null;
            /** @description Who had the ticket before */
            from: {
                agent: components["schemas"]["AgentRef"] | null;
                team: components["schemas"]["TeamRef"] | null;
            };
            id: number;
            /**
             * @description `functional`: to whoever knows more, who gets the ticket; `hierarchical`: to a lead, while the ticket stays where it is
             * @enum {string}
             */
            kind: "functional" | "hierarchical";
            /** @description What is known */
            known: string;
            over_at: string | null;
            over_by: components["schemas"]["AgentRef"] | null;
            /** @description Whose it is: the colleague or the lead; null while it waits for somebody of a tier or a team */
            owner: components["schemas"]["AgentRef"] | null;
            /** @description What the customer was promised */
            promised: string;
            /** @description What is wanted */
            question: string;
            /** @description Lines that were filled in from a message, and which it was */
            sources: {
                /** @description Counts from 0 */
                line: number;
                message: number;
                /** @enum {string} */
                part: "known" | "tried" | "promised";
            }[];
            /**
             * @description `passed_on`: it was escalated further, and is open again where that is handed back
             * @enum {string}
             */
            state: "open" | "passed_on" | "handed_back" | "withdrawn" | "ended";
            /** @enum {string} */
            target: "tier" | "agent" | "team" | "lead";
            team: components["schemas"]["TeamRef"] | null;
            /** @description Its number */
            ticket: number;
            tier: number | null;
            /** @description The customer was told */
            told: boolean;
            /** @description What has been tried */
            tried: string;
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
            type: "ticket.created" | "ticket.updated" | "ticket.linked" | "ticket.unlinked" | "ticket.merged" | "ticket.unmerged" | "ticket.moved_away" | "ticket.snoozed" | "ticket.woken" | "ticket.followed" | "ticket.unfollowed" | "ticket.wrapped_up" | "sla.warning" | "sla.breached" | "sla.met" | "task.added" | "task.updated" | "task.removed" | "commitment.made" | "commitment.updated" | "commitment.moved" | "commitment.kept" | "commitment.withdrawn" | "commitment.reopened" | "commitment.due_soon" | "commitment.broken" | "commitment.agreed" | "commitment.proposed" | "commitment.declined" | "escalation.made" | "escalation.handed_back" | "escalation.withdrawn" | "escalation.ended" | "escalation.updated" | "swarm.asked" | "swarm.answered" | "swarm.closed" | "swarm.reopened" | "step.done" | "step.undone" | "steps.overridden" | "approval.asked" | "approval.answered" | "approval.expired" | "approval.withdrawn" | "survey.answered" | "survey.changed" | "time.added" | "time.updated" | "time.removed" | "message.added" | "message.queued" | "message.sent" | "message.failed" | "message.cancelled" | "message.bounced" | "message.delayed" | "side.updated" | "participant.added" | "participant.confirmed" | "participant.removed" | "customer.created" | "customer.updated" | "customer.removed" | "customer.merged" | "customer.unmerged" | "customer.kept_apart" | "organization.created" | "organization.updated" | "organization.removed" | "brand.created" | "brand.updated" | "calendar.created" | "calendar.updated" | "calendar.removed" | "sla_policy.created" | "sla_policy.updated" | "sla_policy.removed" | "inbox.created" | "inbox.updated" | "inbox.removed" | "field.created" | "field.updated" | "topics.updated" | "automation.created" | "automation.updated" | "automation.ran" | "macro.created" | "macro.updated" | "macro.used" | "satisfaction_settings.updated" | "guideline.created" | "guideline.updated" | "playbook.created" | "playbook.updated" | "approval_rule.created" | "approval_rule.updated" | "approval_rule.removed" | "team.created" | "team.updated" | "agent.created" | "agent.updated" | "availability.updated" | "time_off.added" | "time_off.removed" | "shift.added" | "shift.removed" | "skill.created" | "skill.updated" | "invitation.created" | "invitation.renewed" | "invitation.removed" | "saved_view.created" | "saved_view.updated" | "saved_view.removed" | "second_factor.added" | "second_factor.removed" | "second_factor.reset" | "passkey.added" | "passkey.removed" | "passkey.barred" | "token.created" | "token.removed" | "block.added" | "block.removed" | "webhook.created" | "webhook.updated" | "webhook.removed" | "workspace.updated" | "intake.failed" | "intake.retried" | "backup.requested" | "customer_import.created" | "customer_import.updated" | "customer_import.removed" | "bulk_change.created" | "bulk_change.updated";
        };
        Expert: {
            agent: components["schemas"]["AgentRef"];
            /** @description Within their hours, and no time off */
            at_work: boolean;
            /** @enum {string} */
            availability: "online" | "busy" | "break" | "away";
            /** @description Of the ticket’s team */
            member: boolean;
            /** @description So many of them at most */
            most: number;
            /** @description Open cases of this channel */
            open: number;
            /** @description Of those that the ticket asks for */
            skills: {
                enough: boolean;
                id: number;
                level: number;
                name: string;
            }[];
            /** @description Numbers of tickets like this one that they solved, the nearest first */
            solved: number[];
            tier: number;
        };
        Experts: {
            /** @description Who knows more, the best first; at most eight */
            experts: components["schemas"]["Expert"][];
            /** @description Who decides: leads of the team before those of the brand; at most ten */
            leads: components["schemas"]["Expert"][];
        };
        Field: {
            archived: boolean;
            /** @description Null: all brands */
            brand: {
                color: string;
                id: number;
                name: string;
            } | null;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            created_at: string;
            /** @description False while the values that were there before are being indexed */
            filter_ready: boolean;
            /** @description Lists can be filtered by it; its values are indexed */
            filterable: boolean;
            help: string;
            helps: {
                da?: string;
                en?: string;
                es?: string;
                pl?: string;
                sv?: string;
            };
            id: number;
            /** @description Its name in `fields` of a ticket; never changes */
            key: string;
            label: string;
            /** @description By language; `label` stands for those that are missing */
            labels: {
                da?: string;
                en?: string;
                es?: string;
                pl?: string;
                sv?: string;
            };
            /** @description Of choice and tree, in their order; a branch comes before what hangs on it */
            options: components["schemas"]["FieldOption"][];
            /**
             * @description `create`: when an agent or a program opens a ticket; `solve`: before one is solved. A box must be ticked
             * @enum {string}
             */
            required: "never" | "create" | "solve";
            /** @enum {string} */
            type: "text" | "number" | "date" | "choice" | "tree" | "checkbox";
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            updated_at: string;
        };
        FieldDetail: {
            archived: boolean;
            /** @description Null: all brands */
            brand: {
                color: string;
                id: number;
                name: string;
            } | null;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            created_at: string;
            /** @description False while the values that were there before are being indexed */
            filter_ready: boolean;
            /** @description Lists can be filtered by it; its values are indexed */
            filterable: boolean;
            help: string;
            helps: {
                da?: string;
                en?: string;
                es?: string;
                pl?: string;
                sv?: string;
            };
            id: number;
            /** @description Its name in `fields` of a ticket; never changes */
            key: string;
            label: string;
            /** @description By language; `label` stands for those that are missing */
            labels: {
                da?: string;
                en?: string;
                es?: string;
                pl?: string;
                sv?: string;
            };
            /** @description Of choice and tree, in their order; a branch comes before what hangs on it */
            options: components["schemas"]["FieldOption"][];
            /**
             * @description `create`: when an agent or a program opens a ticket; `solve`: before one is solved. A box must be ticked
             * @enum {string}
             */
            required: "never" | "create" | "solve";
            /** @enum {string} */
            type: "text" | "number" | "date" | "choice" | "tree" | "checkbox";
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            updated_at: string;
            used: {
                capped: boolean;
                /** @description Tickets that have a value; at most 1,000, which means 1,000 or more */
                count: number;
            };
        };
        FieldOption: {
            /** @description Not offered any more; values keep it */
            archived: boolean;
            key: string;
            label: string;
            labels: {
                da?: string;
                en?: string;
                es?: string;
                pl?: string;
                sv?: string;
            };
            /** @description Of a tree: the key of the branch that it hangs on */
            parent: string | null;
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
        Guideline: {
            archived: boolean;
            /** @description Null: all brands. Never changes */
            brand: components["schemas"]["BrandRef"] | null;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            created_at: string;
            id: number;
            /** @description The asking agent has said that they know this version */
            known: boolean;
            may_edit: boolean;
            name: string;
            /** @description The number of the newest that was written, whenever it begins */
            newest_version: number;
            /** @description When the next version begins, if one is to come */
            next_from: string | null;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            updated_at: string;
            /** @description The one in force; else the next that is to come; else the last one */
            version: components["schemas"]["GuidelineVersion"];
        };
        GuidelineVersion: {
            conditions: components["schemas"]["TicketConditions"];
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            created_at: string;
            created_by: components["schemas"]["AgentRef"];
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            effective_from: string;
            /** @description After it, whatever was in force before is so again; null: without an end */
            effective_until: string | null;
            /** @description Now */
            in_force: boolean;
            moments: ("case" | "reply" | "pending" | "on_hold" | "solved")[];
            /** @description Plain text; lines that begin with “- ” are a list */
            text: string;
            /** @description Counts from 1 */
            version: number;
            /** @description Taken back before it had begun */
            withdrawn: boolean;
        };
        HandOverDraft: {
            /** @description What the customer will be told; null where the brand does not want it, or nobody can be told */
            customer: {
                language: string;
                text: string;
            } | null;
            /** @description What is known */
            known: string;
            /** @description What the customer was promised */
            promised: string;
            /** @description What has been tried */
            tried: string;
        };
        HeldMessage: {
            attachments: components["schemas"]["Attachment"][];
            bcc: components["schemas"]["Address"][];
            cc: components["schemas"]["Address"][];
            from: components["schemas"]["Address"];
            /** @description Sanitised, pictures stand as `cid:`; null where there is none, and in a list */
            html: string | null;
            /** @enum {string} */
            kind: "reply" | "forward" | "write_aside";
            /** @description Messages of the ticket that go along below */
            quoted: number[];
            /** @description Not before this; approved later than that, it goes out at once */
            send_at: string | null;
            subject: string;
            /** @description Its own words; in a list the beginning */
            text: string;
            to: components["schemas"]["Address"][];
        };
        HolidayCountries: {
            items: {
                country: string;
                regions: {
                    code: string;
                    name: string;
                }[];
            }[];
        };
        Home: {
            /** @description Came back from a snooze since they were last read */
            back: components["schemas"]["Ticket"][];
            /** @description What others did last on tickets that the agent owns or follows and has not read since */
            changes: {
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
                ticket: components["schemas"]["Ticket"];
                type: string;
            }[];
            /** @description Come back from a snooze before the day is over where the agent is */
            due: components["schemas"]["Ticket"][];
            /** @description Notes that name the agent and are not read yet */
            mentions: {
                /**
                 * Format: date-time
                 * @description RFC 3339, UTC
                 */
                at: string;
                by: string | null;
                ticket: components["schemas"]["Ticket"];
            }[];
            /** @description The agent’s open tickets on which the customer wrote last, longest waiting first */
            waiting: {
                /** @description Of the agent’s first 1,000 */
                count: number;
                tickets: components["schemas"]["Ticket"][];
            };
        };
        Inbox: {
            active: boolean;
            address: string;
            brand: {
                color: string;
                id: number;
                name: string;
            };
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            created_at: string;
            /** @description It sends by its own server; the address and password are never shown */
            has_smtp: boolean;
            id: number;
            /** @description How the fetching of its mail by IMAP goes; null where none is set up */
            mailbox: {
                /** @enum {string} */
                state: "new" | "connected" | "trouble" | "off";
                trouble: ("name_not_found" | "refused" | "unreachable" | "timed_out" | "certificate" | "encryption" | "login_refused" | "sign_in_again" | "app_refused" | "folder_missing" | "not_a_mail_server" | "too_much" | "connection_lost" | "other") | null;
            } | null;
            name: string;
            /** @description New tickets go to this team */
            team: {
                id: number;
                name: string;
            } | null;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            updated_at: string;
        };
        InboxHealth: {
            /** @description Mails that could not be sent, up to 1,000 */
            failed: number;
            /** @description This installation holds all outgoing mail */
            held: boolean;
            /** @description What the other server said of the newest of them */
            last_error: string | null;
            /** @description When the newest mail came, by whatever way */
            last_message_at: string | null;
            next_attempt_at: string | null;
            oldest_waiting_at: string | null;
            /** @description Mails that are to go out, up to 1,000 */
            waiting: number;
            /**
             * @description The server that it sends by
             * @enum {string}
             */
            way: "own" | "installation" | "none";
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
        Invitation: {
            all_brands: boolean;
            /** @description Which of your brands they will see, when not all */
            brands: number[];
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            created_at: string;
            email: string;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            expires_at: string;
            id: number;
            invited_by: {
                id: number;
                name: string;
            } | null;
            language: string;
            /**
             * @description `none`: the link is handed over by a person
             * @enum {string}
             */
            mail: "none" | "waiting" | "sent" | "failed";
            /** @enum {string} */
            role: "client" | "viewer" | "agent" | "lead" | "admin" | "owner";
            teams: number[];
        };
        InvitationView: {
            email: string;
            invited_by: string | null;
            /** @description This address signs in here already: it joins with the password that it has */
            known: boolean;
            language: string;
            /** @enum {string} */
            role: "client" | "viewer" | "agent" | "lead" | "admin" | "owner";
            workspace: string;
        };
        ListedWrapUp: {
            brand: {
                color: string;
                id: number;
                name: string;
            };
            cause: string;
            /**
             * @description How far the matter was brought; `withdrawn`: the customer no longer wanted it
             * @enum {string}
             */
            degree: "solved" | "partly" | "worked_around" | "not_solved" | "withdrawn";
            /** @description What it took, in minutes */
            minutes: number | null;
            resolution: string;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            solved_at: string;
            ticket: {
                number: number;
                subject: string;
            };
            /** @description What it was about; null too where the ticket has left the topic’s brand */
            topic: {
                id: number;
                label: string;
                labels: {
                    da?: string;
                    en?: string;
                    es?: string;
                    pl?: string;
                    sv?: string;
                };
                /** @description From the top of the tree to the topic itself */
                path: {
                    label: string;
                    labels: {
                        da?: string;
                        en?: string;
                        es?: string;
                        pl?: string;
                        sv?: string;
                    };
                }[];
            } | null;
            /** @description Counts from 1 */
            version: number;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            written_at: string;
            written_by: {
                id: number;
                name: string;
            };
        };
        Macro: {
            actions: {
                add_tags?: string[];
                assignee?: "me" | number | null;
                /** @description With what is known, tried and promised, put together from the ticket. But to a lead not together with `route`, `team` or `assignee` */
                escalate?: {
                    /** @description What is wanted */
                    question: string;
                    /** @description One of them; `lead` is whoever leads there at the time, while the ticket stays where it is */
                    to: {
                        /** @enum {number} */
                        tier: 2 | 3;
                    } | {
                        team: number;
                    } | {
                        agent: number;
                    } | {
                        lead: null;
                    };
                };
                /** @description Custom fields by key: text, number, date as 2026-12-31, the key of an option, true or false; null takes the value away */
                fields?: {
                    [key: string]: string | number | boolean | null;
                };
                /** @enum {string} */
                kind?: "question" | "incident" | "problem" | "task" | "complaint" | "order";
                /** @description An internal note beside it, plain text */
                note?: string;
                /** @enum {string} */
                priority?: "low" | "normal" | "high" | "urgent";
                /** @description Kept by whoever has the ticket then */
                promise?: {
                    /** @description Hours in which the brand’s desk is open */
                    business?: boolean;
                    /** @description Within so many hours, from when the message goes out */
                    hours: number;
                    /** @description What is promised; the customer may read it */
                    text: string;
                };
                remove_tags?: string[];
                /** @description Hand it to this team anew: nobody’s, for the team to take or be handed out. Not together with `team` or `assignee` */
                route?: number;
                /** @enum {string} */
                status?: "open" | "pending" | "on_hold" | "solved";
                team?: number | null;
                /** @description Tell this webhook of it, with the event `macro.used`; of a shared one */
                webhook?: number;
            };
            archived: boolean;
            /** @description Null: all brands */
            brand: components["schemas"]["BrandRef"] | null;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            created_at: string;
            id: number;
            /** @description Words that it is found by */
            keywords: string[];
            /** @description Written as a reply or as a note; null: either */
            message: ("public" | "note") | null;
            name: string;
            /** @description False: an own one, that nobody else sees */
            shared: boolean;
            /** @description With placeholders in double braces; none: it only acts */
            texts: {
                html: string;
                language: string;
                text: string;
            }[];
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            updated_at: string;
            used: {
                count: number;
                last_used_at: string | null;
            };
            used_by_me: {
                count: number;
                last_used_at: string | null;
            };
        };
        MailApp: {
            client_id: string;
            tenant: string;
        };
        MailApps: {
            google: components["schemas"]["MailApp"] | null;
            microsoft: components["schemas"]["MailApp"] | null;
            /** @description To be registered at the provider, letter by letter */
            redirect_uri: string;
        };
        Mailbox: {
            /** @description The account that is connected */
            account: {
                /** @enum {string} */
                provider: "microsoft" | "google";
                /** @description Since then the provider takes it no more: connect again */
                revoked_at: string | null;
                username: string;
            } | null;
            active: boolean;
            /** @description When all folders were last looked at */
            checked_at: string | null;
            folders: {
                missing: boolean;
                path: string;
                /** @description Messages that the server would not hand out */
                withheld: number;
            }[];
            host: string;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            import_from: string;
            inbox: number;
            /** @description When the newest mail was fetched */
            last_message_at: string | null;
            mark_seen: boolean;
            /** @description Where there is trouble: when it is tried again */
            next_attempt_at: string | null;
            port: number;
            /**
             * @description `none` for a server on this machine only
             * @enum {string}
             */
            security: "tls" | "starttls" | "none";
            /**
             * @description With a password, or by the sign-in of Microsoft or Google (XOAUTH2)
             * @enum {string}
             */
            sign_in: "password" | "microsoft" | "google";
            /** @enum {string} */
            state: "new" | "connected" | "trouble" | "off";
            trouble: ("name_not_found" | "refused" | "unreachable" | "timed_out" | "certificate" | "encryption" | "login_refused" | "sign_in_again" | "app_refused" | "folder_missing" | "not_a_mail_server" | "too_much" | "connection_lost" | "other") | null;
            /** @description The server’s own words */
            trouble_detail: string | null;
            trouble_since: string | null;
            username: string;
        };
        MailCheck: {
            /** @description The server’s own words */
            detail: string | null;
            /** @description The folders of the mailbox, where the login was taken */
            folders: string[];
            ok: boolean;
            trouble: ("name_not_found" | "refused" | "unreachable" | "timed_out" | "certificate" | "encryption" | "login_refused" | "sign_in_again" | "app_refused" | "folder_missing" | "not_a_mail_server" | "too_much" | "connection_lost" | "other") | null;
        };
        MailGrant: {
            /** @enum {string} */
            provider: "microsoft" | "google";
            /** @description Since then the provider takes it no more: connect again */
            revoked_at: string | null;
            username: string;
        };
        Me: {
            agent: {
                email: string;
                id: number;
                language: string;
                name: string;
                signature: string;
                time_zone: string;
            };
            all_brands: boolean;
            /** @description Those that this agent sees */
            brands: {
                color: string;
                default_language: string;
                id: number;
                is_default: boolean;
                name: string;
                slug: string;
                /** @description Ids of the teams that may serve it; null: all */
                teams: number[] | null;
                /** @enum {string} */
                wrap_up: "off" | "asked" | "required";
            }[];
            permissions: ("tickets.read" | "tickets.write" | "customers.write" | "customers.import" | "blocks.write" | "macros.share" | "tokens.manage" | "teams.manage" | "settings.manage" | "agents.manage" | "owners.manage")[];
            preferences: components["schemas"]["Preferences"];
            /** @enum {string} */
            role: "client" | "viewer" | "agent" | "lead" | "admin" | "owner";
            teams: {
                id: number;
                name: string;
            }[];
            workspace: {
                default_language: string;
                demo: boolean;
                id: number;
                name: string;
                /** @description The set-up in the browser is not finished */
                setting_up: boolean;
                slug: string;
                time_zone: string;
            };
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
            /** @description Who of our own messages got it without the others seeing it */
            bcc: components["schemas"]["Address"][];
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
            /** @description Whose the ticket was from the beginning, and why; in the timeline, of its first message */
            given_to?: {
                agent: number;
                /** @enum {string} */
                reason: "account_agent" | "account_deputy";
            };
            /** @description The mail as it came can be downloaded */
            has_raw: boolean;
            /** @description Sanitised; remote images stand in data-remote-src, inline ones in data-cid */
            html: string | null;
            id: number;
            /**
             * @description `side`: of a side conversation, which the customer never sees
             * @enum {string}
             */
            kind: "public" | "note" | "side";
            language: string | null;
            /** @description In angle brackets */
            message_id: string | null;
            /** @description Codes of what was odd about it, e.g. truncated */
            notices: string[];
            /** @description What is new, without quotes and signature */
            reply_text: string;
            /** @enum {string} */
            sender_check: "verified" | "unverified" | "failed" | "none";
            /** @description The side conversation’s id */
            side: number | null;
            /** @description What it did to the ticket’s status; in the timeline, where it did */
            status_change?: {
                /** @enum {string} */
                from: "new" | "open" | "pending" | "on_hold" | "solved" | "closed";
                /** @enum {string} */
                to: "new" | "open" | "pending" | "on_hold" | "solved" | "closed";
            };
            subject: string;
            /**
             * @description A note that a macro wrote beside a reply, and that went back with it before it was sent
             * @constant
             */
            taken_back?: true;
            /** @description The whole */
            text: string;
            /** @description The ticket’s number */
            ticket: number;
            to: components["schemas"]["Address"][];
            /** @constant */
            type: "message";
        };
        NewInvitation: {
            all_brands: boolean;
            /** @description Which of your brands they will see, when not all */
            brands: number[];
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            created_at: string;
            email: string;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            expires_at: string;
            id: number;
            invited_by: {
                id: number;
                name: string;
            } | null;
            language: string;
            /** @description Only when no mail goes out; shown this once, good for one use and 7 days */
            link: string | null;
            /**
             * @description `none`: the link is handed over by a person
             * @enum {string}
             */
            mail: "none" | "waiting" | "sent" | "failed";
            /** @enum {string} */
            role: "client" | "viewer" | "agent" | "lead" | "admin" | "owner";
            teams: number[];
        };
        NewToken: {
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            created_at: string;
            expires_at: string | null;
            id: number;
            last_used_at: string | null;
            name: string;
            /** @description How it begins, to recognise it by */
            prefix: string;
            /** @description null: all that its agent may do */
            scopes: ("tickets:read" | "tickets:write" | "customers:read" | "customers:write" | "mail:read" | "mail:write" | "mail:admin" | "settings:read" | "settings:admin" | "agents:read" | "agents:admin" | "events:read")[] | null;
            /** @description Shown this once; only its hash is kept */
            token: string;
        };
        NewWebhook: {
            brands: number[] | null;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            created_at: string;
            event_types: string[] | null;
            health: {
                /** @description Given up on in the last 30 days; counted up to 1,000 */
                failed: number;
                failing_since: string | null;
                /** @description Attempts that failed since the last that did not */
                failures: number;
                last_attempt_at: string | null;
                last_delivered_at: string | null;
                /** @description Nothing is sent before */
                resting_until: string | null;
                /** @description Deliveries to come; counted up to 1,000 */
                waiting: number;
            };
            id: number;
            name: string;
            /** @description Until then the secret before this one signs as well */
            old_secret_until: string | null;
            /** @description It hears of what this agent may see, while they are an administrator */
            owner: components["schemas"]["AgentRef"];
            /** @description False: the owner no longer works here or is no administrator any more; nothing is sent until another takes it over */
            owner_may: boolean;
            /** @description `whsec_` and 256 bits in base64; shown this once */
            secret: string;
            /**
             * @description failing: nothing got through for three days; gone: it answered 410. Nothing is sent, and events are not kept for it, unless it is active
             * @enum {string}
             */
            status: "active" | "paused" | "failing" | "gone";
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            updated_at: string;
            url: string;
        };
        /** @description When we are next to be in touch, and what about */
        NextContact: {
            note: string;
            /** @description YYYY-MM-DD */
            on: string;
        };
        Notification: {
            actor: {
                id: number | null;
                name: string | null;
                /** @enum {string} */
                type: "agent" | "customer" | "system";
            };
            /** @description With `approval_asked` and `approval_answered` */
            approval: {
                id: number;
                /** @description It waits, and this agent has not answered */
                open: boolean;
                state: string;
            } | null;
            /** @description With `answered`: not the customer but somebody who was asked in a side conversation, whom `actor` names */
            aside: boolean;
            /** @description The complaint that this agent owns, or the compliment about them; without a ticket */
            feedback: {
                /** @description The deadline that it tells of */
                due_at: string | null;
                id: number;
            } | null;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            happened_at: string;
            id: number;
            /**
             * @description Why this agent hears of it
             * @enum {string}
             */
            kind: "assigned" | "mentioned" | "answered" | "colleague" | "new_in_team" | "failed" | "woken" | "promise_due" | "promise_broken" | "promise_answered" | "sla_warning" | "sla_breached" | "low_score" | "escalated" | "handed_back" | "asked" | "approval_asked" | "approval_answered" | "offered" | "complaint_given" | "complaint_acknowledge_due" | "complaint_acknowledge_late" | "complaint_answer_due" | "complaint_answer_late" | "compliment";
            /** @description How its message begins, what is asked, or what the compliment says */
            line: string | null;
            message: number | null;
            /** @description With `offered`; gone as soon as the offer is over */
            offer: number | null;
            read: boolean;
            /** @description Null: it is about a complaint or a compliment */
            ticket: {
                brand: number;
                number: number;
                status: string;
                subject: string;
            } | null;
        };
        NotificationSettings: {
            /** @description The public key of this installation for subscriptions (RFC 8292) */
            push_key: string;
            quiet: {
                /** @description Do not disturb between these, every day */
                hours: {
                    /** @description HH:MM in the agent’s own time zone */
                    from: string;
                    /** @description HH:MM in the agent’s own time zone */
                    to: string;
                } | null;
                /** @description Do not disturb until then */
                until: string | null;
                /** @description Do not disturb on other days; null: every day is one */
                working_days: number[] | null;
            };
            /** @description Nobody disturbs this agent now; until then */
            quiet_now: string | null;
            ways: {
                answered: {
                    /** @description In the app */
                    app: boolean;
                    /** @description By mail, when it is still unread after a while */
                    mail: boolean;
                    /** @description To the devices that allow it */
                    push: boolean;
                    /** @description With a sound where the app is open */
                    sound: boolean;
                };
                approval_answered: {
                    /** @description In the app */
                    app: boolean;
                    /** @description By mail, when it is still unread after a while */
                    mail: boolean;
                    /** @description To the devices that allow it */
                    push: boolean;
                    /** @description With a sound where the app is open */
                    sound: boolean;
                };
                approval_asked: {
                    /** @description In the app */
                    app: boolean;
                    /** @description By mail, when it is still unread after a while */
                    mail: boolean;
                    /** @description To the devices that allow it */
                    push: boolean;
                    /** @description With a sound where the app is open */
                    sound: boolean;
                };
                asked: {
                    /** @description In the app */
                    app: boolean;
                    /** @description By mail, when it is still unread after a while */
                    mail: boolean;
                    /** @description To the devices that allow it */
                    push: boolean;
                    /** @description With a sound where the app is open */
                    sound: boolean;
                };
                assigned: {
                    /** @description In the app */
                    app: boolean;
                    /** @description By mail, when it is still unread after a while */
                    mail: boolean;
                    /** @description To the devices that allow it */
                    push: boolean;
                    /** @description With a sound where the app is open */
                    sound: boolean;
                };
                colleague: {
                    /** @description In the app */
                    app: boolean;
                    /** @description By mail, when it is still unread after a while */
                    mail: boolean;
                    /** @description To the devices that allow it */
                    push: boolean;
                    /** @description With a sound where the app is open */
                    sound: boolean;
                };
                complaint_acknowledge_due: {
                    /** @description In the app */
                    app: boolean;
                    /** @description By mail, when it is still unread after a while */
                    mail: boolean;
                    /** @description To the devices that allow it */
                    push: boolean;
                    /** @description With a sound where the app is open */
                    sound: boolean;
                };
                complaint_acknowledge_late: {
                    /** @description In the app */
                    app: boolean;
                    /** @description By mail, when it is still unread after a while */
                    mail: boolean;
                    /** @description To the devices that allow it */
                    push: boolean;
                    /** @description With a sound where the app is open */
                    sound: boolean;
                };
                complaint_answer_due: {
                    /** @description In the app */
                    app: boolean;
                    /** @description By mail, when it is still unread after a while */
                    mail: boolean;
                    /** @description To the devices that allow it */
                    push: boolean;
                    /** @description With a sound where the app is open */
                    sound: boolean;
                };
                complaint_answer_late: {
                    /** @description In the app */
                    app: boolean;
                    /** @description By mail, when it is still unread after a while */
                    mail: boolean;
                    /** @description To the devices that allow it */
                    push: boolean;
                    /** @description With a sound where the app is open */
                    sound: boolean;
                };
                complaint_given: {
                    /** @description In the app */
                    app: boolean;
                    /** @description By mail, when it is still unread after a while */
                    mail: boolean;
                    /** @description To the devices that allow it */
                    push: boolean;
                    /** @description With a sound where the app is open */
                    sound: boolean;
                };
                compliment: {
                    /** @description In the app */
                    app: boolean;
                    /** @description By mail, when it is still unread after a while */
                    mail: boolean;
                    /** @description To the devices that allow it */
                    push: boolean;
                    /** @description With a sound where the app is open */
                    sound: boolean;
                };
                escalated: {
                    /** @description In the app */
                    app: boolean;
                    /** @description By mail, when it is still unread after a while */
                    mail: boolean;
                    /** @description To the devices that allow it */
                    push: boolean;
                    /** @description With a sound where the app is open */
                    sound: boolean;
                };
                failed: {
                    /** @description In the app */
                    app: boolean;
                    /** @description By mail, when it is still unread after a while */
                    mail: boolean;
                    /** @description To the devices that allow it */
                    push: boolean;
                    /** @description With a sound where the app is open */
                    sound: boolean;
                };
                handed_back: {
                    /** @description In the app */
                    app: boolean;
                    /** @description By mail, when it is still unread after a while */
                    mail: boolean;
                    /** @description To the devices that allow it */
                    push: boolean;
                    /** @description With a sound where the app is open */
                    sound: boolean;
                };
                low_score: {
                    /** @description In the app */
                    app: boolean;
                    /** @description By mail, when it is still unread after a while */
                    mail: boolean;
                    /** @description To the devices that allow it */
                    push: boolean;
                    /** @description With a sound where the app is open */
                    sound: boolean;
                };
                mentioned: {
                    /** @description In the app */
                    app: boolean;
                    /** @description By mail, when it is still unread after a while */
                    mail: boolean;
                    /** @description To the devices that allow it */
                    push: boolean;
                    /** @description With a sound where the app is open */
                    sound: boolean;
                };
                new_in_team: {
                    /** @description In the app */
                    app: boolean;
                    /** @description By mail, when it is still unread after a while */
                    mail: boolean;
                    /** @description To the devices that allow it */
                    push: boolean;
                    /** @description With a sound where the app is open */
                    sound: boolean;
                };
                offered: {
                    /** @description In the app */
                    app: boolean;
                    /** @description By mail, when it is still unread after a while */
                    mail: boolean;
                    /** @description To the devices that allow it */
                    push: boolean;
                    /** @description With a sound where the app is open */
                    sound: boolean;
                };
                promise_answered: {
                    /** @description In the app */
                    app: boolean;
                    /** @description By mail, when it is still unread after a while */
                    mail: boolean;
                    /** @description To the devices that allow it */
                    push: boolean;
                    /** @description With a sound where the app is open */
                    sound: boolean;
                };
                promise_broken: {
                    /** @description In the app */
                    app: boolean;
                    /** @description By mail, when it is still unread after a while */
                    mail: boolean;
                    /** @description To the devices that allow it */
                    push: boolean;
                    /** @description With a sound where the app is open */
                    sound: boolean;
                };
                promise_due: {
                    /** @description In the app */
                    app: boolean;
                    /** @description By mail, when it is still unread after a while */
                    mail: boolean;
                    /** @description To the devices that allow it */
                    push: boolean;
                    /** @description With a sound where the app is open */
                    sound: boolean;
                };
                sla_breached: {
                    /** @description In the app */
                    app: boolean;
                    /** @description By mail, when it is still unread after a while */
                    mail: boolean;
                    /** @description To the devices that allow it */
                    push: boolean;
                    /** @description With a sound where the app is open */
                    sound: boolean;
                };
                sla_warning: {
                    /** @description In the app */
                    app: boolean;
                    /** @description By mail, when it is still unread after a while */
                    mail: boolean;
                    /** @description To the devices that allow it */
                    push: boolean;
                    /** @description With a sound where the app is open */
                    sound: boolean;
                };
                woken: {
                    /** @description In the app */
                    app: boolean;
                    /** @description By mail, when it is still unread after a while */
                    mail: boolean;
                    /** @description To the devices that allow it */
                    push: boolean;
                    /** @description With a sound where the app is open */
                    sound: boolean;
                };
            };
        };
        Offer: {
            /** @description Until then it can be accepted; null once it has ended */
            expires_at: string | null;
            id: number;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            offered_at: string;
            /** @description How long it can be accepted in all */
            seconds: number;
            /** @description By the server’s clock */
            seconds_left: number;
            /**
             * @description `missed`: nobody answered in time; `withdrawn`: the ticket was no longer to be had, or they were not online any more
             * @enum {string}
             */
            state: "open" | "accepted" | "declined" | "missed" | "withdrawn";
            team: components["schemas"]["TeamRef"];
            ticket: {
                brand: {
                    id: number;
                    name: string;
                };
                /** @enum {string} */
                channel: "email" | "phone" | "chat" | "form" | "letter" | "walk_in" | "api" | "web";
                customer: string;
                number: number;
                /** @enum {string} */
                priority: "low" | "normal" | "high" | "urgent";
                subject: string;
            };
            /** @description Why you */
            why: ("account_agent" | "last_agent" | "round_robin" | "least_busy" | "longest_idle" | "best_match") | null;
        };
        OpenClientCase: {
            brand: {
                color: string;
                id: number;
                name: string;
            };
            /** @enum {string} */
            channel: "email" | "phone" | "chat" | "form" | "letter" | "walk_in" | "api" | "web";
            /** @description Null where the brand keeps contact data to itself */
            contact: {
                emails: string[];
                phones: string[];
            } | null;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            created_at: string;
            /** @description Of the newest message that these readers see */
            last_message_at: string | null;
            number: number;
            /** @description What was promised to the customer, the first 100 */
            promises: {
                /**
                 * Format: date-time
                 * @description RFC 3339, UTC
                 */
                due_at: string;
                /** @description Where a whole day was promised */
                due_on: string | null;
                id: number;
                /** @enum {string} */
                kind: "promise" | "callback";
                /** @enum {string} */
                state: "open" | "broken" | "kept" | "kept_late" | "withdrawn";
                text: string;
            }[];
            /** @description The customer’s name; empty when none is known */
            requester: string;
            satisfaction: {
                /**
                 * Format: date-time
                 * @description RFC 3339, UTC
                 */
                answered_at: string;
                score: number;
                words: string | null;
            } | null;
            solved_at: string | null;
            /** @enum {string} */
            status: "new" | "open" | "pending" | "on_hold" | "solved" | "closed";
            subject: string;
        };
        Organization: {
            account: components["schemas"]["Account"] | null;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            created_at: string;
            /** @description New customers who write from these belong to it */
            domains: string[];
            id: number;
            name: string;
            next_contact: components["schemas"]["NextContact"] | null;
            note: string;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            updated_at: string;
        };
        OrganizationHit: {
            domains: string[];
            id: number;
            /** @description Plain text in pieces; joined, they are the text */
            name: {
                /** @description This is what was looked for */
                match: boolean;
                text: string;
            }[];
            note: {
                /** @description This is what was looked for */
                match: boolean;
                text: string;
            }[] | null;
        };
        OutboxMail: {
            attempts: number;
            bcc: {
                address: string;
                name: string;
            }[];
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
            /**
             * @description `side`: to the people of a side conversation
             * @enum {string}
             */
            kind: "reply" | "acknowledgement" | "side" | "survey";
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
            /** @description Sent later, not before this */
            scheduled_for: string | null;
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
            /** @description It is stopped if the customer writes before */
            unless_answered: boolean;
            /** @description Why a queued one does not go now: its time, no SMTP server or no inbox to send from, or OMBUD_OUTBOUND=hold */
            waiting_for: ("time" | "configuration" | "hold") | null;
        };
        OutboxMailDetail: {
            attempts: number;
            bcc: {
                address: string;
                name: string;
            }[];
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
            /**
             * @description `side`: to the people of a side conversation
             * @enum {string}
             */
            kind: "reply" | "acknowledgement" | "side" | "survey";
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
            /** @description Sent later, not before this */
            scheduled_for: string | null;
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
            /** @description It is stopped if the customer writes before */
            unless_answered: boolean;
            /** @description Why a queued one does not go now: its time, no SMTP server or no inbox to send from, or OMBUD_OUTBOUND=hold */
            waiting_for: ("time" | "configuration" | "hold") | null;
        };
        OwnCommitment: {
            /** @description The customer agreed by the link */
            agreed_at: string | null;
            brand: {
                color: string;
                id: number;
                name: string;
            };
            broken_at: string | null;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            created_at: string;
            /** @description A day such as 2026-12-01, or a moment */
            due: string;
            /**
             * Format: date-time
             * @description When it is broken: a day is over where whoever promised it was
             */
            due_at: string;
            from: string | null;
            id: number;
            kept_at: string | null;
            kept_by: components["schemas"]["AgentRef"] | null;
            /** @enum {string} */
            kind: "promise" | "callback";
            made_by: components["schemas"]["AgentRef"] | null;
            owner: components["schemas"]["AgentRef"] | null;
            phone: string | null;
            /** @description Another time that the customer asks for */
            proposal: {
                /**
                 * Format: date-time
                 * @description RFC 3339, UTC
                 */
                at: string;
                /**
                 * Format: date-time
                 * @description RFC 3339, UTC
                 */
                due_at: string;
                text: string;
            } | null;
            requester: string;
            /** @enum {string} */
            source: "button" | "macro" | "slash" | "noticed" | "api";
            /**
             * @description `kept_late`: after it had been broken
             * @enum {string}
             */
            state: "open" | "broken" | "kept" | "kept_late" | "withdrawn";
            /** @enum {string} */
            status: "new" | "open" | "pending" | "on_hold" | "solved" | "closed";
            subject: string;
            team: {
                id: number;
                name: string;
            } | null;
            text: string;
            /** @description The ticket’s number */
            ticket: number;
            /** @description When the customer was last sent the link to it */
            told_at: string | null;
            warned_at: string | null;
            withdrawn_at: string | null;
            withdrawn_by: components["schemas"]["AgentRef"] | null;
            withdrawn_reason: string | null;
        };
        OwnEscalation: {
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            at: string;
            brand: components["schemas"]["BrandRef"];
            /** @description Null: an automation */
            by: components["schemas"]["AgentRef"] | null;
            /** @description Why it was handed back */
            explanation: string | null;
            /** @description Who had the ticket before */
            from: {
                agent: components["schemas"]["AgentRef"] | null;
                team: components["schemas"]["TeamRef"] | null;
            };
            id: number;
            /**
             * @description `functional`: to whoever knows more, who gets the ticket; `hierarchical`: to a lead, while the ticket stays where it is
             * @enum {string}
             */
            kind: "functional" | "hierarchical";
            over_at: string | null;
            over_by: components["schemas"]["AgentRef"] | null;
            /** @description Whose it is: the colleague or the lead; null while it waits for somebody of a tier or a team */
            owner: components["schemas"]["AgentRef"] | null;
            /** @description What is wanted */
            question: string;
            requester: string;
            /**
             * @description `passed_on`: it was escalated further, and is open again where that is handed back
             * @enum {string}
             */
            state: "open" | "passed_on" | "handed_back" | "withdrawn" | "ended";
            /** @enum {string} */
            status: "new" | "open" | "pending" | "on_hold" | "solved" | "closed";
            subject: string;
            /** @enum {string} */
            target: "tier" | "agent" | "team" | "lead";
            team: components["schemas"]["TeamRef"] | null;
            /** @description Its number */
            ticket: number;
            tier: number | null;
            /** @description The customer was told */
            told: boolean;
        };
        OwnOffers: {
            /** @description You were set away because you answered none; say that you are online to get offers again */
            away_since: string | null;
            /** @description At most one at a time */
            items: components["schemas"]["Offer"][];
        };
        OwnStaffFeedback: {
            /** @description Of a compliment */
            filed_by: components["schemas"]["AgentRef"] | null;
            id: number;
            /** @enum {string} */
            kind: "complaint" | "compliment";
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            received_at: string;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            released_at: string;
            statement: string | null;
            text: string;
        };
        OwnSwarm: {
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            at: string;
            brand: components["schemas"]["BrandRef"];
            by: components["schemas"]["AgentRef"];
            id: number;
            question: string;
            requester: string;
            subject: string;
            /** @description Its number */
            ticket: number;
        };
        OwnTask: {
            assignee: components["schemas"]["AgentRef"] | null;
            brand: {
                color: string;
                id: number;
                name: string;
            };
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            created_at: string;
            done_at: string | null;
            done_by: components["schemas"]["AgentRef"] | null;
            /** @description A day such as 2026-12-01, or a moment */
            due: string | null;
            /** @description When it is overdue: a day is over where whoever set it was */
            due_at: string | null;
            id: number;
            /** @enum {string} */
            status: "new" | "open" | "pending" | "on_hold" | "solved" | "closed";
            subject: string;
            text: string;
            /** @description The ticket’s number */
            ticket: number;
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
        Passkey: {
            /** @description Its count went back, so there may be a copy; it opens nothing any more */
            barred: boolean;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            created_at: string;
            /** @description Its id, in base64url */
            credential: string;
            id: number;
            last_used_at: string | null;
            name: string;
            /** @description Kept by an account that its owner has on several devices */
            synced: boolean;
            /** @description false: it is made for another address than the present one */
            usable: boolean;
        };
        /** @description For navigator.credentials.create(), as PublicKeyCredentialCreationOptionsJSON */
        PasskeyCreationOptions: {
            /** @constant */
            attestation: "none";
            authenticatorSelection: {
                /** @constant */
                requireResidentKey: true;
                /** @constant */
                residentKey: "required";
                /** @constant */
                userVerification: "required";
            };
            /** @description Good once, for ten minutes, in this browser */
            challenge: string;
            excludeCredentials: {
                id: string;
                transports: string[];
                /** @constant */
                type: "public-key";
            }[];
            pubKeyCredParams: {
                alg: number;
                /** @constant */
                type: "public-key";
            }[];
            rp: {
                id: string;
                name: string;
            };
            /** @description Milliseconds */
            timeout: number;
            user: {
                displayName: string;
                id: string;
                name: string;
            };
        };
        /** @description For navigator.credentials.get(), as PublicKeyCredentialRequestOptionsJSON */
        PasskeyRequestOptions: {
            /** @description Empty: any that the person has */
            allowCredentials: {
                id: string;
                transports: string[];
                /** @constant */
                type: "public-key";
            }[];
            /** @description Good once, for ten minutes, in this browser */
            challenge: string;
            rpId: string;
            /** @description Milliseconds */
            timeout: number;
            /** @constant */
            userVerification: "required";
        };
        Passkeys: {
            /** @description Where they work */
            address: string;
            items: components["schemas"]["Passkey"][];
            next_cursor: null;
            /**
             * @description Whether browsers have passkeys at the public address of this desk; why not
             * @enum {string}
             */
            possible: "yes" | "ip_address" | "insecure";
        };
        PlaceholderValues: {
            /** @description desk.hours in each language that the screens speak, and in those of customer and brand */
            hours: {
                language: string;
                value: string;
            }[];
            /** @description Which text to take first: the customer’s language, then the brand’s */
            languages: string[];
            /** @description What will stand below a reply of the asking agent */
            signature: string;
            /** @description In the language of the customer, else of the brand */
            values: {
                /** @enum {string} */
                name: "customer.name" | "customer.first_name" | "ticket.number" | "ticket.subject" | "agent.name" | "agent.first_name" | "brand.name" | "desk.hours";
                value: string;
            }[];
        };
        Playbook: {
            archived: boolean;
            /** @description Null: all brands. Never changes */
            brand: components["schemas"]["BrandRef"] | null;
            conditions: components["schemas"]["TicketConditions"];
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            created_at: string;
            /** @description A ticket does not get these statuses while a step is missing */
            guards: ("pending" | "on_hold" | "solved")[];
            id: number;
            may_edit: boolean;
            name: string;
            /** @description In their order */
            steps: components["schemas"]["PlaybookStep"][];
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            updated_at: string;
        };
        PlaybookStep: {
            /**
             * @description What does it: an agent says so; a custom field is filled in; something happened on the ticket
             * @enum {string}
             */
            by: "person" | "field" | "event";
            event: ("reply" | "note" | "promise" | "callback" | "wrap_up") | null;
            /** @description The key of the custom field */
            field: string | null;
            id: number;
            /** @description Only these options do; a branch stands for all that hangs on it. Null: whatever is filled in */
            options: string[] | null;
            text: string;
        };
        Preferences: {
            /**
             * @description `more`: stronger lines and texts, whatever the system says
             * @enum {string}
             */
            contrast: "system" | "more";
            /** @enum {string} */
            density: "dense" | "comfortable";
            /** @description The own keys of commands, by their id, instead of those they come with; none: switched off */
            keys: {
                [key: string]: string[];
            };
            /**
             * @description `reduced`: nothing moves, whatever the system says
             * @enum {string}
             */
            motion: "system" | "reduced";
            /** @description Size of each panel in pixels; 0: folded */
            panels: {
                [key: string]: number;
            };
            /**
             * @description A ticket beside the list, or in its place
             * @enum {string}
             */
            reading: "split" | "full";
            /** @description Keys without Ctrl or Alt do something */
            single_keys: boolean;
            /** @enum {string} */
            text_size: "small" | "medium" | "large" | "larger";
            /** @enum {string} */
            theme: "system" | "light" | "dark";
            underline_links: boolean;
            /** @description Ids of saved views in the agent’s own order; the others follow */
            view_order: number[];
        };
        /** @description RFC 9457 problem details; `code` is stable */
        Problem: {
            code: string;
            detail?: string;
            errors?: {
                /** @description Which rule asks for whose word, and some of those who may give it */
                approval?: {
                    approvals: number;
                    /** @enum {string} */
                    approver: "lead" | "admin" | "named";
                    people: {
                        id: number;
                        name: string;
                    }[];
                    rule: {
                        id: number;
                        name: string;
                    };
                    /**
                     * @description It holds the message itself back, which is asked for whole
                     * @constant
                     */
                    words?: true;
                };
                /** @description By whom it was changed since you looked, and to what */
                changed?: {
                    by: {
                        id: number | null;
                        name: string;
                        /** @enum {string} */
                        type: "agent" | "customer" | "system";
                    };
                    to: unknown;
                };
                code: string;
                /** @description Who has it already, if you see them */
                customer?: {
                    id: number;
                    name: string;
                };
                field: string;
                message: string;
            }[];
            instance?: string;
            status: number;
            title: string;
            type: string;
        };
        PushDevice: {
            browser: string | null;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            created_at: string;
            /** @description The one of this session */
            current: boolean;
            /** @description The last message could not be handed over */
            failing: boolean;
            id: number;
            last_sent_at: string | null;
            system: string | null;
        };
        RecoveryCodes: {
            /** @description Ten, each good for one sign-in; shown this once. None where those of before stay good */
            recovery_codes: string[];
        };
        RelatedTickets: {
            /** @description Open tickets of others in the same organization */
            organization: {
                id: number;
                items: {
                    assignee: string | null;
                    number: number;
                    requester: string;
                    /** @enum {string} */
                    status: "new" | "open" | "pending" | "on_hold" | "solved" | "closed";
                    subject: string;
                    /**
                     * Format: date-time
                     * @description RFC 3339, UTC
                     */
                    updated_at: string;
                }[];
                more: boolean;
                name: string;
            } | null;
            /** @description Other open tickets of who asked */
            requester: {
                items: {
                    assignee: string | null;
                    number: number;
                    requester: string;
                    /** @enum {string} */
                    status: "new" | "open" | "pending" | "on_hold" | "solved" | "closed";
                    subject: string;
                    /**
                     * Format: date-time
                     * @description RFC 3339, UTC
                     */
                    updated_at: string;
                }[];
                more: boolean;
            };
        };
        Report: {
            /** @description Of as long a period just before */
            before: components["schemas"]["ReportFigures"];
            /** @description So many percent of the tickets are counted yet; null: all */
            counting: number | null;
            figures: components["schemas"]["ReportFigures"];
            /**
             * @description What you may see of it: all; your own tickets; or only how many there were in your team
             * @enum {string}
             */
            only: "all" | "own" | "volume";
            series: {
                figures: components["schemas"]["ReportFigures"];
                /**
                 * Format: date
                 * @description Of a week or month its first day, which may lie before the period; only its days in the period count
                 */
                start: string;
            }[];
            /** Format: date */
            since: string;
            /** @enum {string} */
            step: "day" | "week" | "month";
            time_zone: string;
            /** Format: date */
            until: string;
        };
        ReportBreakdown: {
            /** @enum {string} */
            by: "brand" | "team" | "assignee" | "tier" | "topic" | "channel" | "language" | "kind";
            /** @description So many percent of the tickets are counted yet; null: all */
            counting: number | null;
            more: boolean;
            /**
             * @description What you may see of it: all; your own tickets; or only how many there were in your team
             * @enum {string}
             */
            only: "all" | "own" | "volume";
            /** @description Those with most tickets, at most 200 */
            rows: {
                figures: components["schemas"]["ReportFigures"];
                /** @description A name, where it has one */
                label: string | null;
                /** @description An id or a code; null: none */
                value: string | null;
            }[];
            /** Format: date */
            since: string;
            time_zone: string;
            /** Format: date */
            until: string;
        };
        ReportFigures: {
            /** @description Of wrap-ups */
            degrees: {
                not_solved: number;
                partly: number;
                solved: number;
                withdrawn: number;
                worked_around: number;
            } | null;
            /** @description Of wrap-ups */
            effort: {
                average_minutes: number | null;
                minutes: number;
                tickets: number;
            } | null;
            /** @description Solved for good after at most one reply */
            first_contact: {
                /** @description 0 to 1; null without any */
                share: number | null;
                tickets: number;
            } | null;
            /** @description Null where you may only see how many there were */
            first_reply: {
                /** @description In opening hours */
                average_open_seconds: number | null;
                average_seconds: number | null;
                /** @description At most 5 % off */
                median_seconds: number | null;
                /** @description Nine of ten took no longer; at most 5 % off */
                p90_seconds: number | null;
                tickets: number;
            } | null;
            /** @description Now, whenever they came in */
            open: number;
            /** @description Given to customers, on tickets that came in; kept late is broken */
            promises: {
                broken: number;
                kept: number;
                /** @description 0 to 1; null without any */
                share: number | null;
            } | null;
            /** @description Of those that were solved */
            reopened: {
                /** @description 0 to 1; null without any */
                share: number | null;
                tickets: number;
            } | null;
            /** @description Of ours, on tickets that came in */
            replies: number | null;
            /** @description Null where you may only see how many there were */
            resolution: {
                /** @description In opening hours */
                average_open_seconds: number | null;
                average_seconds: number | null;
                /** @description At most 5 % off */
                median_seconds: number | null;
                /** @description Nine of ten took no longer; at most 5 % off */
                p90_seconds: number | null;
                tickets: number;
            } | null;
            satisfaction: {
                answers: number;
                /** @description Of 1 to 5 */
                average: number | null;
            } | null;
            /** @description Promised times of the tickets that came in */
            sla: {
                met: number;
                missed: number;
                /** @description 0 to 1; null without any */
                share: number | null;
            } | null;
            /** @description For the first time, whenever they came in */
            solved: number;
            /** @description That came in */
            tickets: number;
        };
        ReportSchedule: {
            /** @description Who gets it */
            agent: components["schemas"]["AgentRef"];
            /** @enum {string} */
            every: "day" | "week" | "month";
            /** @description As of a report */
            filter: {
                assignee?: "none" | number;
                brand?: number;
                /** @enum {string} */
                channel?: "email" | "phone" | "chat" | "form" | "letter" | "walk_in" | "api" | "web";
                /** @enum {string} */
                kind?: "question" | "incident" | "problem" | "task" | "complaint" | "order";
                language?: "none" | string;
                team?: "none" | number;
                tier?: number;
                topic?: "none" | number;
            };
            /** @enum {string} */
            format: "csv" | "xlsx";
            hour: number;
            id: number;
            last_at: string | null;
            made_by: components["schemas"]["AgentRef"];
            next_at: string | null;
            /** @description Of whoever gets it */
            time_zone: string;
        };
        ReportTicket: {
            assignee: components["schemas"]["AgentRef"] | null;
            brand: components["schemas"]["BrandRef"];
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            created_at: string;
            first_reply_seconds: number | null;
            number: number;
            requester: {
                id: number;
                name: string;
            };
            resolution_seconds: number | null;
            solved_on: string | null;
            /** @enum {string} */
            status: "new" | "open" | "pending" | "on_hold" | "solved" | "closed";
            subject: string;
        };
        RoutingReasons: {
            chosen: {
                idle_seconds: number;
                /** @description Open cases of this channel at most */
                most: number;
                /** @description Open cases */
                open: number;
                /** @description How many of the preferred skills */
                preferred: number;
                /** @description Levels of the skills that are asked for, added up */
                score: number;
            } | null;
            /** @description How many could have got it */
            eligible: number;
            /** @description Who could not take it, some of them */
            not: {
                agent: components["schemas"]["AgentRef"];
                has: number | null;
                level: number | null;
                most: number | null;
                open: number | null;
                skill: components["schemas"]["SkillRef"] | null;
                /** @enum {string} */
                why: "inactive" | "brand" | "tier" | "time_off" | "out_of_hours" | "break" | "busy" | "away" | "at_limit" | "skill" | "gave_back" | "preferred" | "offered" | "declined" | "missed";
            }[];
            /** @description The next best, some of them */
            others: {
                agent: components["schemas"]["AgentRef"];
                idle_seconds: number;
                /** @description Open cases of this channel at most */
                most: number;
                /** @description Open cases */
                open: number;
                /** @description How many of the preferred skills */
                preferred: number;
                /** @description Levels of the skills that are asked for, added up */
                score: number;
            }[];
            refused: {
                count: number;
                /** @enum {string} */
                why: "inactive" | "brand" | "tier" | "time_off" | "out_of_hours" | "break" | "busy" | "away" | "at_limit" | "skill" | "gave_back" | "preferred" | "offered" | "declined" | "missed";
            }[];
            /** @description Preferred skills were waited for no longer */
            relaxed: boolean;
            waited_seconds: number;
            /** @description Null: nobody could take it */
            why: ("account_agent" | "last_agent" | "round_robin" | "least_busy" | "longest_idle" | "best_match" | "overflow") | null;
        };
        RoutingRule: {
            /**
             * @description Of a team that hands out. `assign`: a ticket is theirs at once; `offer`: they accept or decline it, and it goes on when they do not answer
             * @enum {string}
             */
            delivery: "assign" | "offer";
            /**
             * @description What the language of a ticket asks for, where it is one of the skills
             * @enum {string}
             */
            language_need: "required" | "preferred" | "none";
            /**
             * @description Whom of those who can take it: in turn, fewest open cases, longest without a new one, or highest levels of the skills
             * @enum {string}
             */
            method: "round_robin" | "least_busy" | "longest_idle" | "best_match";
            /**
             * @description `pull`: agents take tickets themselves; `push`: they are handed out
             * @enum {string}
             */
            mode: "pull" | "push";
            /** @description What every ticket of the team asks for; with a brand, those of this brand */
            needs: {
                brand: {
                    id: number;
                    name: string;
                } | null;
                /** @description 1 knows the basics, 3 works alone, 5 teaches others */
                level: number;
                /** @enum {string} */
                need: "required" | "preferred";
                skill: components["schemas"]["SkillRef"];
            }[];
            /** @description After so many offers in a row without an answer somebody is set away; 0: never */
            offer_misses: number;
            /** @description So long an offer can be accepted */
            offer_seconds: number;
            /** @description Then a ticket that nobody could take goes to `overflow_team` */
            overflow_minutes: number;
            overflow_team: components["schemas"]["TeamRef"] | null;
            /** @description So long somebody with the preferred skills is waited for; required ones are never given up */
            relax_minutes: number;
            /** @description The customer’s account agent, or a deputy, comes first */
            sticky_account: boolean;
            /** @description Then whoever had this customer’s last ticket */
            sticky_last: boolean;
            team: number;
        };
        SatisfactionAnswer: {
            answered_at: string | null;
            asked_at: string | null;
            /** @description When the customer will be asked, if nothing comes between */
            asks_at: string | null;
            assignee: components["schemas"]["AgentRef"] | null;
            brand: components["schemas"]["BrandRef"];
            changed_at: string | null;
            /** @description Why the customer is not asked */
            dropped_for: ("off" | "reopened" | "not_in_inbox" | "merged" | "employee" | "tag" | "machine" | "no_address" | "asked_lately" | "no_inbox" | "never_open") | null;
            follow_up: {
                assignee: components["schemas"]["AgentRef"] | null;
                done: boolean;
                due_at: string | null;
                /** @description Null: it was thrown away */
                task: number | null;
            } | null;
            id: number;
            language: string | null;
            low: boolean;
            requester: {
                id: number;
                name: string;
            };
            score: number | null;
            /** @enum {string} */
            state: "waiting" | "asked" | "answered" | "dropped";
            subject: string;
            /** @description The ticket’s number */
            ticket: number;
            words: string | null;
        };
        /** @description Customers count in the day on which they were asked, answers in that of the first answer */
        SatisfactionFigures: {
            answered: number;
            asked: number;
            /** @description Of 1 to 5; null without an answer */
            average: number | null;
            brands: {
                answered: number;
                asked: number;
                /** @description Of 1 to 5; null without an answer */
                average: number | null;
                brand: components["schemas"]["BrandRef"];
                /** @description How many answered 1, 2, 3, 4 and 5 */
                scores: number[];
            }[];
            /** @description How many answered 1, 2, 3, 4 and 5 */
            scores: number[];
            /** Format: date */
            since: string;
            /** Format: date */
            until: string;
        };
        SatisfactionSettings: {
            ask_employees: boolean;
            brand: components["schemas"]["BrandRef"];
            /** @description So long after the first answer the customer may change it */
            change_days: number;
            /** @description So long after a ticket was solved, then as soon as the brand’s hours are open */
            delay_hours: number;
            enabled: boolean;
            /** @description What was solved before is not asked about */
            enabled_at: string | null;
            /** @description One customer at most once in so many days, over all their tickets */
            every_days: number;
            /** @description Who follows low scores up */
            lead: components["schemas"]["AgentRef"] | null;
            /** @description This score of five and below is low */
            low_score: number;
            /** @description The brand’s own words by language, where it has some; may hold placeholders */
            questions: {
                [key: string]: string;
            };
            /** @description Tickets with one of these tags are left out */
            skip_tags: string[];
            /** @description Else a lead of this team, else one of the ticket’s */
            team: {
                id: number;
                name: string;
            } | null;
        };
        SavedView: {
            /**
             * @description Who sees it: its owner, a team, or everyone
             * @enum {string}
             */
            audience: "own" | "team" | "everyone";
            conditions: components["schemas"]["ViewConditions"];
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            created_at: string;
            display: components["schemas"]["ViewDisplay"];
            id: number;
            may_edit: boolean;
            name: string;
            owner: {
                id: number;
                name: string;
            };
            team: {
                id: number;
                name: string;
            } | null;
            /** @description It names a field that is gone, or not the reader’s to see: it holds nothing */
            unusable: boolean;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            updated_at: string;
        };
        SearchAnswer: {
            /** @description Names that nobody has, and the like ones that were looked for instead */
            corrected: {
                meant: string;
                typed: string;
            }[];
            customers: components["schemas"]["CustomerHit"][];
            /** @description More tickets, or more of `kind` */
            next_cursor: string | null;
            organizations: components["schemas"]["OrganizationHit"][];
            /** @description No ticket has all the words: these have some of them */
            some: boolean;
            tickets: components["schemas"]["TicketHit"][];
            /** @description Filters whose value nobody knows; nothing fits them */
            unknown: {
                /** @description Its name, or the key of a custom field */
                filter: string;
                value: string;
            }[];
        };
        SecondFactor: {
            /** @description An authenticator app is set up */
            app: boolean;
            /** @description The password alone does not sign in */
            on: boolean;
            passkeys: number;
            /** @description How many are left */
            recovery_codes: number;
            /** @description The own role must have one */
            required: boolean;
        };
        SecondFactorSecret: {
            /** @description otpauth://, for a QR code */
            uri: string;
        };
        SenderDomain: {
            checks: {
                found: string[];
                /** @enum {string} */
                kind: "spf" | "dkim" | "dmarc";
                /** @description Where the record stands or should stand */
                name: string;
                reason: ("none" | "none_no_server" | "several" | "lets_everyone" | "lacks_server" | "no_policy" | "no_answer" | "no_server" | "not_by_us" | "not_published" | "other_key") | null;
                /** @enum {string} */
                state: "good" | "missing" | "weak" | "wrong" | "unknown";
                /** @description The TXT record to have instead */
                suggested: string | null;
            }[];
            domain: string;
            /** @description The host that the inbox’s mail is handed to */
            server: string | null;
            /** @description The key that Ombud signs mail from the domain with; null where it has none */
            signing: {
                /** @description Where the TXT record of our key stands or should stand */
                name: string;
                record: string;
                /** @description Mail from the domain is signed: the record is there */
                signs: boolean;
                /** @description Switched off; the key is kept */
                stopped: boolean;
            } | null;
        };
        Session: {
            /** @description By its own word */
            browser: string | null;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            created_at: string;
            /** @description The one that asks */
            current: boolean;
            id: string;
            /**
             * Format: date-time
             * @description To the minute
             */
            last_seen_at: string;
            system: string | null;
        };
        Setup: {
            /** @description Where mail can be forwarded to */
            mail: {
                host: string;
                /** @description A mail server for what goes out is configured */
                outgoing: boolean;
                port: number;
            };
            /** @description False once it is finished, and where it never ran */
            open: boolean;
            steps: {
                /** @enum {string} */
                state: "open" | "done" | "later";
                /** @enum {string} */
                step: "organisation" | "inbox" | "colleagues" | "demo";
            }[];
        };
        SetupWaiting: {
            /** @description Nobody can administer this installation yet: the terminal has printed a link */
            waiting: boolean;
        };
        Shift: {
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            created_at: string;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            ends_at: string;
            id: number;
            reason: string;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            starts_at: string;
        };
        SideConversation: {
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            created_at: string;
            done: boolean;
            id: number;
            /** @enum {string} */
            kind: "forward" | "question";
            last_author: string;
            /** @enum {string} */
            last_direction: "in" | "out";
            last_line: string;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            last_message_at: string;
            /** @description At most 1,000 */
            message_count: number;
            people: components["schemas"]["SidePerson"][];
            subject: string;
            /** @description The ticket’s number */
            ticket: number;
        };
        SidePerson: {
            address: string;
            /** @description An unconfirmed one had the reply address passed on, and gets nothing until an agent confirms */
            confirmed: boolean;
            id: number;
            name: string;
            /** @enum {string} */
            role: "to" | "cc";
        };
        Skill: {
            /** @description Counts for nobody */
            archived: boolean;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            created_at: string;
            id: number;
            /** @enum {string} */
            kind: "product" | "technology" | "language" | "certificate";
            /** @description ISO 639-1, of the kind `language` only */
            language: string | null;
            name: string;
            /** @description Active agents whom it counts for now */
            people: number;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            updated_at: string;
        };
        SkillRef: {
            id: number;
            name: string;
        };
        SlaCheck: {
            items: {
                breached_at: string | null;
                business: boolean;
                due_at: string | null;
                ended_at: string | null;
                /** @enum {string} */
                kind: "pickup" | "first_reply" | "next_reply" | "update" | "resolution";
                minutes: number;
                resting: boolean;
                /**
                 * Format: date-time
                 * @description RFC 3339, UTC
                 */
                started_at: string;
                used_seconds: number;
            }[];
            /** @description The first active one that fits; null: nothing is promised */
            policy: {
                id: number;
                name: string;
            } | null;
            ticket: number;
        };
        SlaConditions: {
            brand?: number[];
            channel?: ("email" | "phone" | "chat" | "form" | "letter" | "walk_in" | "api" | "web")[];
            kind?: ("question" | "incident" | "problem" | "task" | "complaint" | "order")[];
            organization?: number[];
            priority?: ("low" | "normal" | "high" | "urgent")[];
            requester?: number[];
            /** @description Any of these */
            tag?: string[];
            team?: ("none" | number)[];
            /** @description None of these */
            without_tag?: string[];
        };
        SlaConditionsInput: {
            brand?: number[];
            channel?: ("email" | "phone" | "chat" | "form" | "letter" | "walk_in" | "api" | "web")[];
            kind?: ("question" | "incident" | "problem" | "task" | "complaint" | "order")[];
            organization?: number[];
            priority?: ("low" | "normal" | "high" | "urgent")[];
            requester?: number[];
            /** @description Any of these */
            tag?: string[];
            team?: ("none" | number)[];
            /** @description None of these */
            without_tag?: string[];
        };
        SlaDue: {
            items: {
                /** @description Null while it rests, and where the opening hours never come */
                due_at: string | null;
                /** @enum {string} */
                kind: "pickup" | "first_reply" | "next_reply" | "update" | "resolution";
                /** @description Of a resting one: what is left when it goes on */
                left_seconds: number;
                /**
                 * @description `resting`: its clock is stopped; `dropped`: there was nothing left to do; `replaced`: the next row of the same kind tells how it went on
                 * @enum {string}
                 */
                state: "running" | "warned" | "breached" | "resting" | "met" | "dropped" | "replaced";
                ticket: number;
            }[];
        };
        SlaPolicy: {
            active: boolean;
            conditions: components["schemas"]["SlaConditions"];
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            created_at: string;
            id: number;
            name: string;
            pause: ("pending" | "on_hold")[];
            /** @description The first that fits a ticket counts for it */
            position: number;
            targets: {
                /** @enum {string} */
                kind: "pickup" | "first_reply" | "next_reply" | "update" | "resolution";
                minutes: {
                    /** @description Null: nothing is promised */
                    high: number | null;
                    /** @description Null: nothing is promised */
                    low: number | null;
                    /** @description Null: nothing is promised */
                    normal: number | null;
                    /** @description Null: nothing is promised */
                    urgent: number | null;
                };
                /**
                 * @description `business`: in the opening hours of the ticket’s brand; `calendar`: day and night
                 * @enum {string}
                 */
                time: "business" | "calendar";
            }[];
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            updated_at: string;
            version: number;
            /** @description Warn so long before; 0: no warning */
            warn_minutes: number;
        };
        StaffFeedback: {
            about: components["schemas"]["AgentRef"];
            acknowledge_by: string | null;
            acknowledged: {
                /**
                 * Format: date-time
                 * @description RFC 3339, UTC
                 */
                at: string;
                /** @enum {string} */
                how: "mail" | "phone" | "letter" | "in_person";
            } | null;
            answer_by: string | null;
            answered: {
                /**
                 * Format: date-time
                 * @description RFC 3339, UTC
                 */
                at: string;
                /** @enum {string} */
                how: "mail" | "phone" | "letter" | "in_person";
            } | null;
            brand: components["schemas"]["BrandRef"];
            /** @enum {string} */
            channel: "mail" | "phone" | "letter" | "in_person" | "web";
            closed_at: string | null;
            customer: {
                id: number;
                name: string;
            } | null;
            filed_by: components["schemas"]["AgentRef"];
            id: number;
            /** @enum {string} */
            kind: "complaint" | "compliment";
            outcome: ("upheld" | "partly_upheld" | "not_upheld" | "withdrawn" | "not_settled") | null;
            outcome_text: string | null;
            /** @description Never the person named; null where there was nobody else */
            owner: components["schemas"]["AgentRef"] | null;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            received_at: string;
            /** @description What the person named may read */
            released: {
                /**
                 * Format: date-time
                 * @description RFC 3339, UTC
                 */
                at: string;
                text: string;
            } | null;
            /** @description What the person named says to it */
            statement: {
                /**
                 * Format: date-time
                 * @description RFC 3339, UTC
                 */
                at: string;
                text: string;
            } | null;
            text: string;
            /** @description The ticket’s number */
            ticket: number | null;
            /** @description What the customer wants */
            wants: string | null;
        };
        StaffFeedbackFile: {
            about: components["schemas"]["AgentRef"];
            acknowledge_by: string | null;
            acknowledged: {
                /**
                 * Format: date-time
                 * @description RFC 3339, UTC
                 */
                at: string;
                /** @enum {string} */
                how: "mail" | "phone" | "letter" | "in_person";
            } | null;
            answer_by: string | null;
            answered: {
                /**
                 * Format: date-time
                 * @description RFC 3339, UTC
                 */
                at: string;
                /** @enum {string} */
                how: "mail" | "phone" | "letter" | "in_person";
            } | null;
            brand: components["schemas"]["BrandRef"];
            /** @enum {string} */
            channel: "mail" | "phone" | "letter" | "in_person" | "web";
            closed_at: string | null;
            customer: {
                id: number;
                name: string;
            } | null;
            filed_by: components["schemas"]["AgentRef"];
            /** @description Who read and changed what, the newest 200, oldest first */
            history: {
                /**
                 * Format: date-time
                 * @description RFC 3339, UTC
                 */
                at: string;
                by: components["schemas"]["AgentRef"];
                id: number;
                text: string | null;
                /** @enum {string} */
                what: "filed" | "read" | "note" | "owner" | "left" | "acknowledged" | "answered" | "closed" | "reopened" | "released" | "statement";
            }[];
            id: number;
            /** @enum {string} */
            kind: "complaint" | "compliment";
            outcome: ("upheld" | "partly_upheld" | "not_upheld" | "withdrawn" | "not_settled") | null;
            outcome_text: string | null;
            /** @description Never the person named; null where there was nobody else */
            owner: components["schemas"]["AgentRef"] | null;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            received_at: string;
            /** @description What the person named may read */
            released: {
                /**
                 * Format: date-time
                 * @description RFC 3339, UTC
                 */
                at: string;
                text: string;
            } | null;
            /** @description What the person named says to it */
            statement: {
                /**
                 * Format: date-time
                 * @description RFC 3339, UTC
                 */
                at: string;
                text: string;
            } | null;
            text: string;
            /** @description The ticket’s number */
            ticket: number | null;
            /** @description What the customer wants */
            wants: string | null;
        };
        StaffFeedbackReceipt: {
            acknowledge_by: string | null;
            answer_by: string | null;
            /** @description Who deals with it; null: it is kept, and waits for somebody who may */
            handed_to: components["schemas"]["AgentRef"] | null;
            /** @enum {string} */
            kind: "complaint" | "compliment";
        };
        StaffFeedbackSettings: {
            acknowledge_days: number;
            answer_days: number;
        };
        /** @description Erlang C is right for calls and chats, which wait in line for somebody; mail can be answered later */
        Staffing: {
            counting: number | null;
            /** @description Null: no wrap-up says it, and none was given; then nothing can be said of needs */
            handling: {
                /** @enum {string} */
                from: "wrap_ups" | "given";
                seconds: number;
            } | null;
            intervals: {
                /** @description At work at once */
                needed: number | null;
                /** @description By working hours and time off, at its beginning */
                on_shift: number;
                /** @description On the roster, with shrinkage */
                planned: number | null;
                /** @description Answered in time with those on shift */
                reached: number | null;
                /** @description Half hours since midnight */
                slot: number;
                /** @description On average */
                tickets: number;
                /** @description 0: Monday */
                weekday: number;
            }[];
            /** @description Who could be on shift at all */
            people: number;
            /** Format: date */
            since: string;
            /** @description That came in, in all those weeks */
            tickets: number;
            time_zone: string;
            /** Format: date */
            until: string;
            /**
             * Format: date
             * @description The Monday of the week that people are planned for: the coming one
             */
            week: string;
        };
        /** @description Erlang C: calls come at random, wait in one line, and nobody hangs up */
        StaffingCalculation: {
            agents: number;
            average_wait_seconds: number;
            /** @description In erlangs: calls in progress at once, on average */
            load: number;
            /** @description 0 to 1 */
            occupancy: number;
            /** @description With shrinkage */
            planned: number;
            /** @description 0 to 1 */
            service_level: number;
            /** @description How many calls have to wait */
            waits: number;
        };
        Survey: {
            answered_at: string | null;
            asked_at: string | null;
            /** @description When the customer will be asked, if nothing comes between */
            asks_at: string | null;
            changed_at: string | null;
            /** @description Why the customer is not asked */
            dropped_for: ("off" | "reopened" | "not_in_inbox" | "merged" | "employee" | "tag" | "machine" | "no_address" | "asked_lately" | "no_inbox" | "never_open") | null;
            follow_up: {
                assignee: components["schemas"]["AgentRef"] | null;
                done: boolean;
                due_at: string | null;
                /** @description Null: it was thrown away */
                task: number | null;
            } | null;
            id: number;
            language: string | null;
            low: boolean;
            score: number | null;
            /** @enum {string} */
            state: "waiting" | "asked" | "answered" | "dropped";
            /** @description The ticket’s number */
            ticket: number;
            words: string | null;
        };
        Swarm: {
            /** @description Oldest first; each is a note of the ticket */
            answers: {
                agent: components["schemas"]["AgentRef"] | null;
                /**
                 * Format: date-time
                 * @description RFC 3339, UTC
                 */
                at: string;
                message: number;
                text: string;
            }[];
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            at: string;
            by: components["schemas"]["AgentRef"];
            closed_at: string | null;
            closed_by: components["schemas"]["AgentRef"] | null;
            /** @description The answer that helped */
            helpful: number | null;
            id: number;
            open: boolean;
            people: {
                agent: components["schemas"]["AgentRef"];
                /** @description Their answer is waited for */
                waits: boolean;
            }[];
            question: string;
            team: components["schemas"]["TeamRef"] | null;
            /** @description Its number */
            ticket: number;
        };
        Task: {
            assignee: components["schemas"]["AgentRef"] | null;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            created_at: string;
            done_at: string | null;
            done_by: components["schemas"]["AgentRef"] | null;
            /** @description A day such as 2026-12-01, or a moment */
            due: string | null;
            /** @description When it is overdue: a day is over where whoever set it was */
            due_at: string | null;
            id: number;
            text: string;
            /** @description The ticket’s number */
            ticket: number;
        };
        Team: {
            archived: boolean;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            created_at: string;
            /** @description Its tickets are handed out, by its routing */
            hands_out: boolean;
            id: number;
            members: {
                active: boolean;
                id: number;
                name: string;
            }[];
            name: string;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            updated_at: string;
        };
        TeamHome: {
            /** @description Open tickets of each agent, at most 100 counted */
            loads: {
                agent: {
                    id: number;
                    name: string;
                };
                capped: boolean;
                count: number;
                /** @description Of them, with the customer’s word last */
                waiting: number;
            }[];
            /** @description The customer has waited longest */
            unanswered: components["schemas"]["Ticket"][];
            /** @description Nobody’s, untouched longest first */
            unassigned: components["schemas"]["Ticket"][];
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
            /** @description Custom fields that are filled in, by key; in lists those that `columns` names */
            fields?: {
                [key: string]: string | number | boolean;
            };
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
            /** @description The number of the ticket that it was merged into */
            merged_into: number | null;
            message_count: number;
            /** @description What people say on the phone; unique in the workspace, never reused */
            number: number;
            /** @enum {string} */
            priority: "low" | "normal" | "high" | "urgent";
            /** @description When the soonest promise on it that is not kept yet is due */
            promise_due_at: string | null;
            requester: components["schemas"]["CustomerRef"];
            /** @description Out of the views of work until then, or until the customer writes (`reply`); a customer’s message ends it in any case */
            snoozed_until: (string | "reply") | null;
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
        /** @description Which tickets; several values of one condition mean any of them, several conditions mean all of them */
        TicketConditions: {
            channel?: ("email" | "phone" | "chat" | "form" | "letter" | "walk_in" | "api" | "web")[];
            /** @description Custom fields of the types choice and tree, such as a product, by their key: any of these options; a branch stands for all that hangs on it */
            fields?: {
                [key: string]: string[];
            };
            kind?: ("question" | "incident" | "problem" | "task" | "complaint" | "order")[];
            language?: string[];
            priority?: ("low" | "normal" | "high" | "urgent")[];
            /** @description Any of these */
            tag?: string[];
        };
        /** @description Which tickets; several values of one condition mean any of them, several conditions mean all of them */
        TicketConditionsInput: {
            channel?: ("email" | "phone" | "chat" | "form" | "letter" | "walk_in" | "api" | "web")[];
            /** @description Custom fields of the types choice and tree, such as a product, by their key: any of these options; a branch stands for all that hangs on it */
            fields?: {
                [key: string]: string[];
            };
            kind?: ("question" | "incident" | "problem" | "task" | "complaint" | "order")[];
            language?: string[];
            priority?: ("low" | "normal" | "high" | "urgent")[];
            /** @description Any of these */
            tag?: string[];
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
            /** @description Custom fields that are filled in, by key; in lists those that `columns` names */
            fields?: {
                [key: string]: string | number | boolean;
            };
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
            /** @description Tickets that were merged into it */
            merged_from: {
                number: number;
                subject: string;
            }[];
            /** @description The number of the ticket that it was merged into */
            merged_into: number | null;
            message_count: number;
            /** @description What people say on the phone; unique in the workspace, never reused */
            number: number;
            participants: components["schemas"]["Participant"][];
            /** @enum {string} */
            priority: "low" | "normal" | "high" | "urgent";
            /** @description When the soonest promise on it that is not kept yet is due */
            promise_due_at: string | null;
            /** @description What a reply is sent from */
            reply_from: {
                address: string;
                name: string;
            } | null;
            requester: components["schemas"]["CustomerRef"];
            /** @description Out of the views of work until then, or until the customer writes (`reply`); a customer’s message ends it in any case */
            snoozed_until: (string | "reply") | null;
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
        TicketGuideline: {
            brand: components["schemas"]["BrandRef"] | null;
            id: number;
            /** @description The asking agent has said that they know this version */
            known: boolean;
            moments: ("case" | "reply" | "pending" | "on_hold" | "solved")[];
            name: string;
            /**
             * Format: date-time
             * @description When this version came into force
             */
            since: string;
            text: string;
            until: string | null;
            version: number;
        };
        TicketHit: {
            /** @description It has the number that was asked for */
            exact: boolean;
            snippet: {
                /** @enum {string} */
                kind: "message" | "note" | "file";
                /** @description Plain text in pieces; joined, they are the text */
                pieces: {
                    /** @description This is what was looked for */
                    match: boolean;
                    text: string;
                }[];
                /** @description Who wrote it, or the name of the file */
                who: string;
            } | null;
            /** @description Plain text in pieces; joined, they are the text */
            subject: {
                /** @description This is what was looked for */
                match: boolean;
                text: string;
            }[];
            ticket: components["schemas"]["Ticket"];
        };
        TicketLink: {
            /** @enum {string} */
            kind: "related" | "claims_to_continue" | "continued_by";
            number: number;
            /** @enum {string} */
            status: "new" | "open" | "pending" | "on_hold" | "solved" | "closed";
            subject: string;
        };
        TicketPlaybook: {
            brand: components["schemas"]["BrandRef"] | null;
            guards: ("pending" | "on_hold" | "solved")[];
            id: number;
            name: string;
            steps: components["schemas"]["TicketStep"][];
        };
        TicketRouting: {
            /** @description The last ones, newest first; kept for 90 days */
            decisions: {
                agent: components["schemas"]["AgentRef"] | null;
                /**
                 * Format: date-time
                 * @description RFC 3339, UTC
                 */
                at: string;
                id: number;
                overflow_team: components["schemas"]["TeamRef"] | null;
                reasons: components["schemas"]["RoutingReasons"];
                team: components["schemas"]["TeamRef"];
            }[];
            /**
             * @description Of the ticket’s team
             * @enum {string}
             */
            mode: "pull" | "push";
            needs: {
                /** @description 1 knows the basics, 3 works alone, 5 teaches others */
                level: number;
                /** @enum {string} */
                need: "required" | "preferred" | "none";
                skill: {
                    id: number;
                    /** @enum {string} */
                    kind: "product" | "technology" | "language" | "certificate";
                    name: string;
                };
                /**
                 * @description Who asks for it
                 * @enum {string}
                 */
                source: "agent" | "brand" | "team" | "language";
            }[];
            /** @description To whom it was offered and what came of it; the last ones, newest first, kept for 90 days */
            offers: {
                agent: components["schemas"]["AgentRef"];
                /**
                 * Format: date-time
                 * @description RFC 3339, UTC
                 */
                at: string;
                ended_at: string | null;
                /** @description Of an open one */
                expires_at: string | null;
                id: number;
                /** @description What they said when they declined */
                note: string;
                /** @description Within a round nobody is asked twice */
                round: number;
                /**
                 * @description `missed`: nobody answered in time; `withdrawn`: the ticket was no longer to be had, or they were not online any more
                 * @enum {string}
                 */
                state: "open" | "accepted" | "declined" | "missed" | "withdrawn";
                team: components["schemas"]["TeamRef"];
            }[];
            /** @description Of one that waits: what would be decided now */
            waiting: components["schemas"]["RoutingReasons"] | null;
            /** @description In the queue to be handed out */
            waiting_since: string | null;
        };
        TicketSla: {
            /** @description Newest first: those that stand (`ended_at` null) and the history of all; at most 200 */
            items: {
                /**
                 * Format: date-time
                 * @description When this row of its history began
                 */
                began_at: string;
                breached_at: string | null;
                business: boolean;
                /** @description Null while it rests, and where the opening hours never come */
                due_at: string | null;
                ended_at: string | null;
                id: number;
                /** @enum {string} */
                kind: "pickup" | "first_reply" | "next_reply" | "update" | "resolution";
                /** @description Of a resting one: what is left when it goes on */
                left_seconds: number;
                minutes: number;
                policy: {
                    id: number;
                    /** @description Null: deleted since */
                    name: string | null;
                    version: number;
                };
                /** @enum {string} */
                priority: "low" | "normal" | "high" | "urgent";
                /**
                 * @description Why it began; `terms`: another priority, brand, policy or other opening hours
                 * @enum {string}
                 */
                reason: "started" | "paused" | "resumed" | "reopened" | "terms";
                /**
                 * Format: date-time
                 * @description When the clock was started
                 */
                started_at: string;
                /**
                 * @description `resting`: its clock is stopped; `dropped`: there was nothing left to do; `replaced`: the next row of the same kind tells how it went on
                 * @enum {string}
                 */
                state: "running" | "warned" | "breached" | "resting" | "met" | "dropped" | "replaced";
            }[];
        };
        TicketStep: {
            /**
             * @description What does it: an agent says so; a custom field is filled in; something happened on the ticket
             * @enum {string}
             */
            by: "person" | "field" | "event";
            done: boolean;
            done_at: string | null;
            /** @description Where a person did it */
            done_by: components["schemas"]["AgentRef"] | null;
            event: ("reply" | "note" | "promise" | "callback" | "wrap_up") | null;
            /** @description The key of the custom field */
            field: string | null;
            id: number;
            /** @description Only these options do; a branch stands for all that hangs on it. Null: whatever is filled in */
            options: string[] | null;
            text: string;
        };
        TicketSteps: {
            items: components["schemas"]["TicketPlaybook"][];
        };
        TicketWork: {
            followers: components["schemas"]["AgentRef"][];
            /** @description In their order, at most 100 */
            tasks: components["schemas"]["Task"][];
            time: {
                agents: {
                    agent: components["schemas"]["AgentRef"];
                    seconds: number;
                }[];
                total_seconds: number;
                /** @description Whether the workspace tracks time */
                tracked: boolean;
            };
        };
        TicketWrapUp: {
            /**
             * @description What the ticket’s brand asks for
             * @enum {string}
             */
            need: "off" | "asked" | "required";
            /** @description The newest version; null: nothing is written down */
            wrap_up: components["schemas"]["WrapUp"] | null;
        };
        TimeEntry: {
            agent: components["schemas"]["AgentRef"];
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            created_at: string;
            id: number;
            /** @description By a screen; else written down by hand */
            measured: boolean;
            /** @description What was measured, where somebody has corrected it */
            measured_seconds: number | null;
            /** @description What was written at its end */
            message: number | null;
            note: string;
            seconds: number;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            started_at: string;
            /** @description The ticket’s number */
            ticket: number;
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
            /** @description Why a lead went past them */
            reason?: string;
            /** @description Of an event about required steps: these */
            steps?: string[];
            ticket: number;
            /** @description e.g. ticket.updated, participant.added */
            type: string;
            /** @description Of an escalation: the hand-over, or why it was handed back; of colleagues who were asked: the question */
            words?: {
                explanation?: string;
                known?: string;
                promised?: string;
                question?: string;
                /** @description Lines that were filled in from a message, and which it was */
                sources?: {
                    /** @description Counts from 0 */
                    line: number;
                    message: number;
                    /** @enum {string} */
                    part: "known" | "tried" | "promised";
                }[];
                tried?: string;
            };
        };
        TimeOff: {
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            created_at: string;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            ends_at: string;
            id: number;
            reason: string;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            starts_at: string;
        };
        Token: {
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            created_at: string;
            expires_at: string | null;
            id: number;
            last_used_at: string | null;
            name: string;
            /** @description How it begins, to recognise it by */
            prefix: string;
            /** @description null: all that its agent may do */
            scopes: ("tickets:read" | "tickets:write" | "customers:read" | "customers:write" | "mail:read" | "mail:write" | "mail:admin" | "settings:read" | "settings:admin" | "agents:read" | "agents:admin" | "events:read")[] | null;
        };
        Topic: {
            /** @description Not offered any more; wrap-ups keep it */
            archived: boolean;
            id: number;
            key: string;
            label: string;
            /** @description By language; `label` stands for those that are missing */
            labels: {
                da?: string;
                en?: string;
                es?: string;
                pl?: string;
                sv?: string;
            };
            /** @description The key of the topic that it hangs on */
            parent: string | null;
        };
        TopicTree: {
            /** @description Null: all brands */
            brand: {
                color: string;
                id: number;
                name: string;
            } | null;
            may_edit: boolean;
            /** @description In their order; a branch comes before what hangs on it */
            topics: components["schemas"]["Topic"][];
            /** @description Null: never written */
            updated_at: string | null;
        };
        ViewConditions: {
            /** @description Ids of agents, `me`: who reads, `none` */
            assignee?: (("me" | "none") | number)[];
            brand?: number[];
            channel?: ("email" | "phone" | "chat" | "form" | "letter" | "walk_in" | "api" | "web")[];
            /** @description In UTC */
            created?: {
                /**
                 * Format: date
                 * @description This day or later
                 */
                from?: string;
                newer_than?: {
                    count: number;
                    /** @enum {string} */
                    unit: "hours" | "days";
                };
                older_than?: {
                    count: number;
                    /** @enum {string} */
                    unit: "hours" | "days";
                };
                /**
                 * Format: date
                 * @description This day or earlier
                 */
                to?: string;
            };
            /**
             * @description An escalation of it is open
             * @constant
             */
            escalated?: true;
            /** @description As `field` of the list of tickets */
            field?: string[];
            /**
             * @description `inbox` without it
             * @enum {string}
             */
            folder?: "inbox" | "spam" | "trash";
            /**
             * @description Who reads follows it
             * @constant
             */
            followed?: true;
            kind?: ("question" | "incident" | "problem" | "task" | "complaint" | "order")[];
            language?: string[];
            /**
             * @description Who wrote last; notes and side conversations do not count
             * @enum {string}
             */
            last_from?: "customer" | "us";
            /** @description In UTC */
            last_message?: {
                /**
                 * Format: date
                 * @description This day or later
                 */
                from?: string;
                newer_than?: {
                    count: number;
                    /** @enum {string} */
                    unit: "hours" | "days";
                };
                older_than?: {
                    count: number;
                    /** @enum {string} */
                    unit: "hours" | "days";
                };
                /**
                 * Format: date
                 * @description This day or earlier
                 */
                to?: string;
            };
            organization?: number[];
            priority?: ("low" | "normal" | "high" | "urgent")[];
            /**
             * @description A promise to the customer is not kept yet; it is due within 24 hours or overdue; it is overdue
             * @enum {string}
             */
            promise?: "any" | "within_day" | "overdue";
            requester?: number[];
            /** @description A promised time is broken, or is soon due and has been warned of */
            sla?: ("breached" | "at_risk")[];
            /**
             * @description `no` without it
             * @enum {string}
             */
            snoozed?: "no" | "only" | "any";
            status?: ("new" | "open" | "pending" | "on_hold" | "solved" | "closed")[];
            /** @description Any of these */
            tag?: string[];
            /** @description Ids of teams, `mine`: those of who reads, `none` */
            team?: (("mine" | "none") | number)[];
            /** @description Topics of wrap-ups, by id; each with all that hangs on it */
            topic?: number[];
            /** @description In UTC */
            updated?: {
                /**
                 * Format: date
                 * @description This day or later
                 */
                from?: string;
                newer_than?: {
                    count: number;
                    /** @enum {string} */
                    unit: "hours" | "days";
                };
                older_than?: {
                    count: number;
                    /** @enum {string} */
                    unit: "hours" | "days";
                };
                /**
                 * Format: date
                 * @description This day or earlier
                 */
                to?: string;
            };
            /** @description None of these */
            without_tag?: string[];
        };
        ViewConditionsInput: {
            /** @description Ids of agents, `me`: who reads, `none` */
            assignee?: (("me" | "none") | number)[];
            brand?: number[];
            channel?: ("email" | "phone" | "chat" | "form" | "letter" | "walk_in" | "api" | "web")[];
            /** @description In UTC */
            created?: {
                /**
                 * Format: date
                 * @description This day or later
                 */
                from?: string;
                newer_than?: {
                    count: number;
                    /** @enum {string} */
                    unit: "hours" | "days";
                };
                older_than?: {
                    count: number;
                    /** @enum {string} */
                    unit: "hours" | "days";
                };
                /**
                 * Format: date
                 * @description This day or earlier
                 */
                to?: string;
            };
            /**
             * @description An escalation of it is open
             * @constant
             */
            escalated?: true;
            /** @description As `field` of the list of tickets */
            field?: string[];
            /**
             * @description `inbox` without it
             * @enum {string}
             */
            folder?: "inbox" | "spam" | "trash";
            /**
             * @description Who reads follows it
             * @constant
             */
            followed?: true;
            kind?: ("question" | "incident" | "problem" | "task" | "complaint" | "order")[];
            language?: string[];
            /**
             * @description Who wrote last; notes and side conversations do not count
             * @enum {string}
             */
            last_from?: "customer" | "us";
            /** @description In UTC */
            last_message?: {
                /**
                 * Format: date
                 * @description This day or later
                 */
                from?: string;
                newer_than?: {
                    count: number;
                    /** @enum {string} */
                    unit: "hours" | "days";
                };
                older_than?: {
                    count: number;
                    /** @enum {string} */
                    unit: "hours" | "days";
                };
                /**
                 * Format: date
                 * @description This day or earlier
                 */
                to?: string;
            };
            organization?: number[];
            priority?: ("low" | "normal" | "high" | "urgent")[];
            /**
             * @description A promise to the customer is not kept yet; it is due within 24 hours or overdue; it is overdue
             * @enum {string}
             */
            promise?: "any" | "within_day" | "overdue";
            requester?: number[];
            /** @description A promised time is broken, or is soon due and has been warned of */
            sla?: ("breached" | "at_risk")[];
            /**
             * @description `no` without it
             * @enum {string}
             */
            snoozed?: "no" | "only" | "any";
            status?: ("new" | "open" | "pending" | "on_hold" | "solved" | "closed")[];
            /** @description Any of these */
            tag?: string[];
            /** @description Ids of teams, `mine`: those of who reads, `none` */
            team?: (("mine" | "none") | number)[];
            /** @description Topics of wrap-ups, by id; each with all that hangs on it */
            topic?: number[];
            /** @description In UTC */
            updated?: {
                /**
                 * Format: date
                 * @description This day or later
                 */
                from?: string;
                newer_than?: {
                    count: number;
                    /** @enum {string} */
                    unit: "hours" | "days";
                };
                older_than?: {
                    count: number;
                    /** @enum {string} */
                    unit: "hours" | "days";
                };
                /**
                 * Format: date
                 * @description This day or earlier
                 */
                to?: string;
            };
            /** @description None of these */
            without_tag?: string[];
        };
        ViewDisplay: {
            /** @description What the rows show besides: keys of custom fields, and of the ticket’s own those with `ticket.` before them */
            columns?: (("ticket.number" | "ticket.created_at" | "ticket.team" | "ticket.kind" | "ticket.language" | "ticket.tags") | string)[];
            /**
             * @description `none` without it
             * @enum {string}
             */
            group?: "none" | "status" | "priority" | "assignee" | "team" | "brand" | "channel" | "kind";
            /**
             * @description `-updated_at` without it
             * @enum {string}
             */
            sort?: "-created_at" | "created_at" | "-updated_at" | "updated_at" | "due" | "priority";
        };
        ViewDisplayInput: {
            /** @description What the rows show besides: keys of custom fields, and of the ticket’s own those with `ticket.` before them */
            columns?: (("ticket.number" | "ticket.created_at" | "ticket.team" | "ticket.kind" | "ticket.language" | "ticket.tags") | string)[];
            /**
             * @description `none` without it
             * @enum {string}
             */
            group?: "none" | "status" | "priority" | "assignee" | "team" | "brand" | "channel" | "kind";
            /**
             * @description `-updated_at` without it
             * @enum {string}
             */
            sort?: "-created_at" | "created_at" | "-updated_at" | "updated_at" | "due" | "priority";
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
                key: "mine" | "team_unassigned" | "unassigned" | "open" | "pending" | "mentioned" | "snoozed" | "solved_by_me" | "solved" | "all" | "spam" | "trash";
            }[];
        };
        WayOutCheck: {
            /** @description The server’s own words */
            detail: string | null;
            ok: boolean;
            trouble: ("name_not_found" | "refused" | "unreachable" | "timed_out" | "certificate" | "encryption" | "login_refused" | "sign_in_again" | "app_refused" | "folder_missing" | "not_a_mail_server" | "too_much" | "connection_lost" | "other") | null;
            /**
             * @description Which server was asked
             * @enum {string}
             */
            way: "given" | "own" | "installation" | "none";
        };
        Webhook: {
            brands: number[] | null;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            created_at: string;
            event_types: string[] | null;
            health: {
                /** @description Given up on in the last 30 days; counted up to 1,000 */
                failed: number;
                failing_since: string | null;
                /** @description Attempts that failed since the last that did not */
                failures: number;
                last_attempt_at: string | null;
                last_delivered_at: string | null;
                /** @description Nothing is sent before */
                resting_until: string | null;
                /** @description Deliveries to come; counted up to 1,000 */
                waiting: number;
            };
            id: number;
            name: string;
            /** @description Until then the secret before this one signs as well */
            old_secret_until: string | null;
            /** @description It hears of what this agent may see, while they are an administrator */
            owner: components["schemas"]["AgentRef"];
            /** @description False: the owner no longer works here or is no administrator any more; nothing is sent until another takes it over */
            owner_may: boolean;
            /**
             * @description failing: nothing got through for three days; gone: it answered 410. Nothing is sent, and events are not kept for it, unless it is active
             * @enum {string}
             */
            status: "active" | "paused" | "failing" | "gone";
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            updated_at: string;
            url: string;
        };
        WebhookDelivery: {
            /** @description The first 1,000 characters of what was answered to the last attempt */
            answer: string | null;
            attempts: number;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            created_at: string;
            duration_ms: number | null;
            /** @description Why there was no answer to the last attempt */
            error: ("address_not_allowed" | "not_found" | "too_slow" | "redirected" | "failed" | "too_large") | null;
            /** @description Null: a test */
            event: number | null;
            id: number;
            last_attempt_at: string | null;
            /** @description `webhook-id`: the same for the same event, however often it is sent */
            message: string;
            next_attempt_at: string | null;
            /**
             * @description dropped: its owner no longer sees the brand
             * @enum {string}
             */
            state: "waiting" | "delivered" | "failed" | "dropped";
            /** @description What was answered to the last attempt */
            status_code: number | null;
            /** @description Of the event; `webhook.test` for a test */
            type: string;
        };
        /** @description What is sent to a webhook. A test has the type `webhook.test` and `{"webhook": its id}` as data. */
        WebhookPayload: {
            data: components["schemas"]["Event"];
            /**
             * Format: date-time
             * @description When it happened; the header `webhook-timestamp` says when it was sent
             */
            timestamp: string;
            /** @enum {string} */
            type: "ticket.created" | "ticket.updated" | "ticket.linked" | "ticket.unlinked" | "ticket.merged" | "ticket.unmerged" | "ticket.moved_away" | "ticket.snoozed" | "ticket.woken" | "ticket.followed" | "ticket.unfollowed" | "ticket.wrapped_up" | "sla.warning" | "sla.breached" | "sla.met" | "task.added" | "task.updated" | "task.removed" | "commitment.made" | "commitment.updated" | "commitment.moved" | "commitment.kept" | "commitment.withdrawn" | "commitment.reopened" | "commitment.due_soon" | "commitment.broken" | "commitment.agreed" | "commitment.proposed" | "commitment.declined" | "escalation.made" | "escalation.handed_back" | "escalation.withdrawn" | "escalation.ended" | "escalation.updated" | "swarm.asked" | "swarm.answered" | "swarm.closed" | "swarm.reopened" | "step.done" | "step.undone" | "steps.overridden" | "approval.asked" | "approval.answered" | "approval.expired" | "approval.withdrawn" | "survey.answered" | "survey.changed" | "time.added" | "time.updated" | "time.removed" | "message.added" | "message.queued" | "message.sent" | "message.failed" | "message.cancelled" | "message.bounced" | "message.delayed" | "side.updated" | "participant.added" | "participant.confirmed" | "participant.removed" | "customer.created" | "customer.updated" | "customer.removed" | "customer.merged" | "customer.unmerged" | "customer.kept_apart" | "organization.created" | "organization.updated" | "organization.removed" | "brand.created" | "brand.updated" | "calendar.created" | "calendar.updated" | "calendar.removed" | "sla_policy.created" | "sla_policy.updated" | "sla_policy.removed" | "inbox.created" | "inbox.updated" | "inbox.removed" | "field.created" | "field.updated" | "topics.updated" | "automation.created" | "automation.updated" | "automation.ran" | "macro.created" | "macro.updated" | "macro.used" | "satisfaction_settings.updated" | "guideline.created" | "guideline.updated" | "playbook.created" | "playbook.updated" | "approval_rule.created" | "approval_rule.updated" | "approval_rule.removed" | "team.created" | "team.updated" | "agent.created" | "agent.updated" | "availability.updated" | "time_off.added" | "time_off.removed" | "shift.added" | "shift.removed" | "skill.created" | "skill.updated" | "invitation.created" | "invitation.renewed" | "invitation.removed" | "saved_view.created" | "saved_view.updated" | "saved_view.removed" | "second_factor.added" | "second_factor.removed" | "second_factor.reset" | "passkey.added" | "passkey.removed" | "passkey.barred" | "token.created" | "token.removed" | "block.added" | "block.removed" | "webhook.created" | "webhook.updated" | "webhook.removed" | "workspace.updated" | "intake.failed" | "intake.retried" | "backup.requested" | "customer_import.created" | "customer_import.updated" | "customer_import.removed" | "bulk_change.created" | "bulk_change.updated";
        };
        Workspace: {
            /** @description Whether a new ticket of somebody who has an account agent goes to that agent at once */
            account_first: boolean;
            /** @description Solved tickets close by themselves after this many hours */
            close_after_hours: number;
            /** @description ISO 3166-1; null: as the time zone and the language say */
            country: string | null;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            created_at: string;
            default_language: string;
            demo: boolean;
            /** @description Those of the default calendar */
            hours: {
                from: string;
                /** @description At or before `from`: on the day after */
                to: string;
            }[][] | null;
            id: number;
            name: string;
            /** @description Where telephone numbers without a country code are at home; null when nothing tells */
            phone_country: string | null;
            /** @description Roles that must sign in with a second factor */
            second_factor_roles: ("client" | "viewer" | "agent" | "lead" | "admin" | "owner")[];
            slug: string;
            /** @description Whether the time that agents spend on tickets is measured and kept */
            time_tracking: boolean;
            time_zone: string;
        };
        WrapUp: {
            cause: string;
            /**
             * @description How far the matter was brought; `withdrawn`: the customer no longer wanted it
             * @enum {string}
             */
            degree: "solved" | "partly" | "worked_around" | "not_solved" | "withdrawn";
            /** @description What it took, in minutes */
            minutes: number | null;
            resolution: string;
            /** @description What it was about; null too where the ticket has left the topic’s brand */
            topic: {
                id: number;
                label: string;
                labels: {
                    da?: string;
                    en?: string;
                    es?: string;
                    pl?: string;
                    sv?: string;
                };
                /** @description From the top of the tree to the topic itself */
                path: {
                    label: string;
                    labels: {
                        da?: string;
                        en?: string;
                        es?: string;
                        pl?: string;
                        sv?: string;
                    };
                }[];
            } | null;
            /** @description Counts from 1 */
            version: number;
            /**
             * Format: date-time
             * @description RFC 3339, UTC
             */
            written_at: string;
            written_by: {
                id: number;
                name: string;
            };
        };
        WrapUpSuggestion: {
            /** @description What the program has counted on the ticket so far; null: nothing */
            minutes: number | null;
            /** @description At most three, the likeliest first */
            topics: {
                /** @description Numbers of the nearest tickets that were about it */
                like: number[];
                topic: number;
            }[];
        };
        WrapUpSums: {
            items: {
                count: number;
                /** @enum {string} */
                degree: "solved" | "partly" | "worked_around" | "not_solved" | "withdrawn";
                minutes: number;
                topic: {
                    id: number;
                    label: string;
                    labels: {
                        da?: string;
                        en?: string;
                        es?: string;
                        pl?: string;
                        sv?: string;
                    };
                } | null;
            }[];
            /** @description There are more than 1,000 kinds; the rarest are left out */
            more: boolean;
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
    forgotPassword: {
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
                        /** @description false: this installation has no way to send mail */
                        can_mail: boolean;
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            410: {
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
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Needed when the address is new here */
                    name?: string;
                    /** @description A new one, or, when the address is known here, the one that it has */
                    password: string;
                    token: string;
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
                        /** @description `code`: signed in only after POST /api/auth/sign-in/code, or by a passkey */
                        next: "code" | null;
                        /** @enum {boolean} */
                        ok: true;
                        /** @description What the person has for that */
                        ways: ("app" | "passkey" | "recovery_code")[];
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
            410: {
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
    lookAtInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
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
                    "application/json": components["schemas"]["InvitationView"];
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
            410: {
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
    setForgottenPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                    token: string;
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            410: {
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
    enterCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
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
                        /** @description `code`: signed in only after POST /api/auth/sign-in/code, or by a passkey */
                        next: "code" | null;
                        /** @enum {boolean} */
                        ok: true;
                        /** @description What the person has for that */
                        ways: ("app" | "passkey" | "recovery_code")[];
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
    signInByPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    authenticator_data: string;
                    /** @description clientDataJSON */
                    client_data: string;
                    /** @description Of the credential */
                    id: string;
                    signature: string;
                    user_handle?: string | null;
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
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            410: {
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
    beginPasskeySignIn: {
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
                    "application/json": components["schemas"]["PasskeyRequestOptions"];
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
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            410: {
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
    listAgents: {
        parameters: {
            query?: {
                /** @description Client readers as well, for administrators; they are no colleagues and left out without it */
                clients?: "also";
                /** @description Opaque; take it from next_cursor */
                cursor?: string;
                limit?: number;
                show?: "active" | "inactive" | "all";
                team?: number;
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
                        items: components["schemas"]["Agent"][];
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    createAgent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description true without `brands` */
                    all_brands?: boolean;
                    /** @description With these, only these */
                    brands?: number[];
                    email: string;
                    /**
                     * @description The workspace’s without it
                     * @enum {string}
                     */
                    language?: "en" | "sv" | "es" | "da" | "pl";
                    name: string;
                    /** @description Without one they cannot sign in yet */
                    password?: string;
                    /**
                     * @default agent
                     * @enum {string}
                     */
                    role?: "client" | "viewer" | "agent" | "lead" | "admin" | "owner";
                    /** @description The workspace’s without it */
                    time_zone?: string;
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
                    "application/json": components["schemas"]["Agent"];
                };
            };
        };
    };
    getAgent: {
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
                    "application/json": components["schemas"]["Agent"];
                };
            };
        };
    };
    updateAgent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description false ends their sessions and tokens at once, and for good */
                    active?: boolean;
                    all_brands?: boolean;
                    brands?: number[];
                    email?: string;
                    /** @enum {string} */
                    language?: "en" | "sv" | "es" | "da" | "pl";
                    name?: string;
                    password?: string;
                    /** @enum {string} */
                    role?: "client" | "viewer" | "agent" | "lead" | "admin" | "owner";
                    time_zone?: string;
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
                    "application/json": components["schemas"]["Agent"];
                };
            };
        };
    };
    setAvailability: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    availability: "online" | "busy" | "break" | "away";
                    /** @description As before without it */
                    from_home?: boolean;
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
                    "application/json": components["schemas"]["AgentWork"];
                };
            };
        };
    };
    deactivateAgent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Of the agent or team */
                    id?: number;
                    /**
                     * @description `team`: its queue; `nobody`: unassigned
                     * @enum {string}
                     */
                    to: "agent" | "team" | "nobody";
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
                    "application/json": {
                        /** @description Tickets, so far; a very long list goes on by itself */
                        moved: number;
                    };
                };
            };
        };
    };
    countOpenTickets: {
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
                    "application/json": {
                        /** @description Customers and organizations */
                        base: number;
                        /** @description About employees, that they deal with: those that you may read */
                        complaints: number;
                        /** @description Of tickets */
                        count: number;
                        escalations: number;
                        /** @description Not kept yet */
                        promises: number;
                        tasks: number;
                    };
                };
            };
        };
    };
    listClientOpenings: {
        parameters: {
            query?: {
                /** @description Opaque; take it from next_cursor */
                cursor?: string;
                limit?: number;
            };
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
                    "application/json": {
                        items: components["schemas"]["ClientOpening"][];
                        last_seen_at: string | null;
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    resetSecondFactor: {
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
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    listShifts: {
        parameters: {
            query?: {
                /** @description Opaque; take it from next_cursor */
                cursor?: string;
                limit?: number;
            };
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
                    "application/json": {
                        items: components["schemas"]["Shift"][];
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    addShift: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date-time
                     * @description Within 24 hours of its beginning
                     */
                    ends_at: string;
                    /** @default  */
                    reason?: string;
                    /**
                     * Format: date-time
                     * @description RFC 3339, UTC
                     */
                    starts_at: string;
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
                    "application/json": components["schemas"]["Shift"];
                };
            };
        };
    };
    removeShift: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entry: number;
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
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    giveSkill: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                skill: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description From then on it counts no more; without an end without it */
                    expires_at?: string | null;
                    /** @description 1: knows the basics, 3: works alone, 5: teaches others */
                    level: number;
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
                    "application/json": components["schemas"]["AgentWork"];
                };
            };
        };
    };
    takeSkill: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                skill: number;
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
                    "application/json": components["schemas"]["AgentWork"];
                };
            };
        };
    };
    listTimeOff: {
        parameters: {
            query?: {
                /** @description Opaque; take it from next_cursor */
                cursor?: string;
                limit?: number;
            };
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
                    "application/json": {
                        items: components["schemas"]["TimeOff"][];
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    addTimeOff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date-time
                     * @description Within two years of its beginning
                     */
                    ends_at: string;
                    /** @default  */
                    reason?: string;
                    /**
                     * Format: date-time
                     * @description RFC 3339, UTC
                     */
                    starts_at: string;
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
                    "application/json": components["schemas"]["TimeOff"];
                };
            };
        };
    };
    removeTimeOff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entry: number;
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
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    getAgentWork: {
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
                    "application/json": components["schemas"]["AgentWork"];
                };
            };
        };
    };
    updateAgentWork: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Null: whenever the desk is open */
                    calendar?: number | null;
                    /** @description All of them */
                    limits?: {
                        /** @enum {string} */
                        channel: "email" | "phone" | "chat" | "form" | "letter" | "walk_in" | "api" | "web";
                        most: number;
                    }[];
                    /** @description First, second or third line */
                    tier?: number;
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
                    "application/json": components["schemas"]["AgentWork"];
                };
            };
        };
    };
    listApprovalRules: {
        parameters: {
            query?: {
                /** @description Opaque; take it from next_cursor */
                cursor?: string;
                limit?: number;
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
                        items: components["schemas"]["ApprovalRule"][];
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    createApprovalRule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    above?: number;
                    /** @description With `guard` action, one of these: the ticket becomes an agent’s (taken by oneself too), or nobody’s; it goes to another team or none (also by `route`), or to another brand; gets another priority or kind; goes to spam or trash; is escalated in any way; a promise is made, or withdrawn; a message becomes a ticket of its own; a merge is taken back; the customer is written to (`reply`); somebody beside the customer is, by a forward or in a side conversation (`forward`) */
                    actions?: ("assign" | "unassign" | "team" | "brand" | "priority" | "kind" | "spam" | "trash" | "escalate" | "promise" | "withdraw_promise" | "split" | "unmerge" | "reply" | "forward")[];
                    /** @default true */
                    active?: boolean;
                    /** @default 1 */
                    approvals?: number;
                    /**
                     * @description Who answers: whoever leads and sees the brand (admins and owners do too), whoever administers, or the agents in `approvers`
                     * @enum {string}
                     */
                    approver: "lead" | "admin" | "named";
                    /** @default [] */
                    approvers?: number[];
                    /** @description Null or left out: all brands, which takes an admin who sees them all */
                    brand?: number | null;
                    conditions?: components["schemas"]["TicketConditionsInput"];
                    /** @default 48 */
                    expires_after_hours?: number;
                    /** @description With `guard` amount the key of a number, with choice of a choice or tree */
                    field?: string;
                    /**
                     * @description A status, a number, a choice, a macro that is run, a promise that is moved later, two tickets that are merged, or what else is done to a ticket
                     * @enum {string}
                     */
                    guard: "status" | "amount" | "choice" | "macro" | "promise" | "merge" | "action";
                    later_hours?: number;
                    /** @description With `guard` macro: a shared one that tickets of the brand have */
                    macro?: number;
                    name: string;
                    options?: string[];
                    /** @description With `guard` status: what a ticket does not become without the approval */
                    statuses?: ("pending" | "on_hold" | "solved" | "closed")[];
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
                    "application/json": components["schemas"]["ApprovalRule"];
                };
            };
        };
    };
    getApprovalRule: {
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
                    "application/json": components["schemas"]["ApprovalRule"];
                };
            };
        };
    };
    removeApprovalRule: {
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
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    updateApprovalRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    above?: number;
                    /** @description With `guard` action, one of these: the ticket becomes an agent’s (taken by oneself too), or nobody’s; it goes to another team or none (also by `route`), or to another brand; gets another priority or kind; goes to spam or trash; is escalated in any way; a promise is made, or withdrawn; a message becomes a ticket of its own; a merge is taken back; the customer is written to (`reply`); somebody beside the customer is, by a forward or in a side conversation (`forward`) */
                    actions?: ("assign" | "unassign" | "team" | "brand" | "priority" | "kind" | "spam" | "trash" | "escalate" | "promise" | "withdraw_promise" | "split" | "unmerge" | "reply" | "forward")[];
                    active?: boolean;
                    approvals?: number;
                    /**
                     * @description Who answers: whoever leads and sees the brand (admins and owners do too), whoever administers, or the agents in `approvers`
                     * @enum {string}
                     */
                    approver?: "lead" | "admin" | "named";
                    approvers?: number[];
                    conditions?: components["schemas"]["TicketConditionsInput"];
                    expires_after_hours?: number;
                    /** @description With `guard` amount the key of a number, with choice of a choice or tree */
                    field?: string;
                    /**
                     * @description With it everything that belongs to it
                     * @enum {string}
                     */
                    guard?: "status" | "amount" | "choice" | "macro" | "promise" | "merge" | "action";
                    later_hours?: number;
                    /** @description With `guard` macro: a shared one that tickets of the brand have */
                    macro?: number;
                    name?: string;
                    options?: string[];
                    /**
                     * Format: date-time
                     * @description `updated_at` as the writer had it before them: if it has been changed since, nothing is written
                     */
                    seen?: string;
                    /** @description With `guard` status: what a ticket does not become without the approval */
                    statuses?: ("pending" | "on_hold" | "solved" | "closed")[];
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
                    "application/json": components["schemas"]["ApprovalRule"];
                };
            };
        };
    };
    listApprovals: {
        parameters: {
            query?: {
                /** @description Opaque; take it from next_cursor */
                cursor?: string;
                limit?: number;
                /** @description `to_answer`: what waits for your word; `asked`: what you asked for; `waiting` is shown oldest first, as `to_answer` is */
                show?: "to_answer" | "asked" | "waiting" | "answered" | "all";
                /** @description Of the ticket with this number */
                ticket?: number;
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
                        items: components["schemas"]["Approval"][];
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    getApproval: {
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
                    "application/json": components["schemas"]["Approval"];
                };
            };
        };
    };
    answerApproval: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    approved: boolean;
                    words?: string;
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
                    "application/json": components["schemas"]["Approval"];
                };
            };
        };
    };
    withdrawApproval: {
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
                    "application/json": components["schemas"]["Approval"];
                };
            };
        };
    };
    listAutomations: {
        parameters: {
            query?: {
                /** @description Opaque; take it from next_cursor */
                cursor?: string;
                limit?: number;
                show?: "active" | "archived" | "all";
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
                        items: components["schemas"]["Automation"][];
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    createAutomation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    actions: components["schemas"]["AutomationActionsInput"];
                    /** @description Null or left out: all brands, which takes somebody who sees them all */
                    brand?: number | null;
                    conditions?: components["schemas"]["AutomationConditionsInput"];
                    name: string;
                    trigger: components["schemas"]["AutomationTriggerInput"];
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
                    "application/json": components["schemas"]["Automation"];
                };
            };
        };
    };
    getAutomation: {
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
                    "application/json": components["schemas"]["Automation"];
                };
            };
        };
    };
    updateAutomation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    actions?: components["schemas"]["AutomationActionsInput"];
                    /** @description An archived one is off */
                    archived?: boolean;
                    conditions?: components["schemas"]["AutomationConditionsInput"];
                    /** @description A new one is off */
                    enabled?: boolean;
                    name?: string;
                    /**
                     * Format: date-time
                     * @description `updated_at` as the writer had it before them: if it has been changed since, nothing is written
                     */
                    seen?: string;
                    trigger?: components["schemas"]["AutomationTriggerInput"];
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
                    "application/json": components["schemas"]["Automation"];
                };
            };
        };
    };
    moveAutomation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description By one place among those that are not archived
                     * @enum {string}
                     */
                    to: "up" | "down";
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
                    "application/json": components["schemas"]["Automation"];
                };
            };
        };
    };
    listAutomationRuns: {
        parameters: {
            query?: {
                /** @description Opaque; take it from next_cursor */
                cursor?: string;
                limit?: number;
            };
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
                    "application/json": {
                        items: components["schemas"]["AutomationRun"][];
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    testAutomation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    brand?: number | null;
                    conditions?: components["schemas"]["AutomationConditionsInput"];
                    cursor?: string;
                    trigger: components["schemas"]["AutomationTriggerInput"];
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
                    "application/json": components["schemas"]["AutomationTest"];
                };
            };
        };
    };
    listAvailability: {
        parameters: {
            query?: {
                availability?: "online" | "busy" | "break" | "away";
                /** @description Opaque; take it from next_cursor */
                cursor?: string;
                limit?: number;
                /** @description Who has it, and it counts now */
                skill?: number;
                team?: number;
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
                        items: components["schemas"]["AgentWork"][];
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    listBackups: {
        parameters: {
            query?: {
                /** @description Opaque; take it from next_cursor */
                cursor?: string;
                limit?: number;
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
                        items: components["schemas"]["Backup"][];
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    requestBackup: {
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
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Backup"];
                };
            };
        };
    };
    getBackupPlan: {
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
                    "application/json": components["schemas"]["BackupPlan"];
                };
            };
        };
    };
    listBase: {
        parameters: {
            query?: {
                /** @description Another one’s, for those who lead; yours without it */
                agent?: number;
                /** @description Opaque; take it from next_cursor */
                cursor?: string;
                /** @description With a next contact that is due today, where you are, or was before */
                due?: "true" | "false";
                limit?: number;
                /** @description With open tickets only */
                open?: "true" | "false";
                /** @description Nobody was in touch for so many days, or ever */
                silent_days?: number;
                /** @description next_contact: the soonest first; silence: the longest first */
                sort?: "next_contact" | "silence" | "name";
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
                        items: components["schemas"]["BaseEntry"][];
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    moveBase: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Who looks after them from now on; null: nobody of their own */
                    agent: number | null;
                    /** @description With `from`: `next_cursor` of the step before */
                    cursor?: string;
                    customers?: number[];
                    /** @description As it is without it */
                    deputy?: number | null;
                    /** @description Everything that this agent looks after; or name customers and organizations */
                    from?: number;
                    organizations?: number[];
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
                    "application/json": components["schemas"]["BaseMove"];
                };
            };
        };
    };
    undoBaseMove: {
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
                    "application/json": {
                        /** @description Changed by somebody since: they stay as they are */
                        left: number;
                        /** @description There are more steps to undo: ask again */
                        more: boolean;
                        restored: number;
                    };
                };
            };
        };
    };
    listBlocks: {
        parameters: {
            query?: {
                /** @description Opaque; take it from next_cursor */
                cursor?: string;
                limit?: number;
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
                        items: components["schemas"]["Block"][];
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    addBlock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    pattern: string;
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
                    "application/json": components["schemas"]["Block"];
                };
            };
        };
    };
    removeBlock: {
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
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    listBrands: {
        parameters: {
            query?: {
                /** @description Opaque; take it from next_cursor */
                cursor?: string;
                limit?: number;
                show?: "active" | "archived" | "all";
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
                        items: components["schemas"]["Brand"][];
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    createBrand: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    acknowledge?: boolean;
                    color?: string;
                    /** @description The workspace’s without it */
                    default_language?: string;
                    from_name?: string;
                    /**
                     * @description Takes the place of the default brand
                     * @enum {boolean}
                     */
                    is_default?: true;
                    name: string;
                    /** @description Made from the name without it */
                    slug?: string;
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
                    "application/json": components["schemas"]["Brand"];
                };
            };
        };
    };
    getBrand: {
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
                    "application/json": components["schemas"]["Brand"];
                };
            };
        };
    };
    updateBrand: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    acknowledge?: boolean;
                    /** @description An archived brand takes no new tickets; the default brand cannot be archived */
                    archived?: boolean;
                    /** @description Null: the default calendar */
                    calendar?: number | null;
                    clients_see_contacts?: boolean;
                    clients_see_notes?: boolean;
                    color?: string;
                    default_language?: string;
                    from_name?: string;
                    /**
                     * @description Takes the place of the default brand
                     * @enum {boolean}
                     */
                    is_default?: true;
                    name?: string;
                    /** @description Ids of the only teams that its tickets may be given to; null: all. Tickets that others have stay with them until they are given on */
                    teams?: number[] | null;
                    tell_escalations?: boolean;
                    /**
                     * @description `asked`: screens ask for it at solving; `required`: no ticket is solved without it
                     * @enum {string}
                     */
                    wrap_up?: "off" | "asked" | "required";
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
                    "application/json": components["schemas"]["Brand"];
                };
            };
        };
    };
    getBrandTexts: {
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
                    "application/json": components["schemas"]["BrandTexts"];
                };
            };
        };
    };
    replaceBrandTexts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description All texts of the brand; one that is left out is removed */
                    texts: {
                        body: string;
                        /** @enum {string} */
                        kind: "acknowledgement" | "signature" | "escalation";
                        language: string;
                        /**
                         * @description Of an acknowledgement; empty: "Re:" and the ticket’s subject
                         * @default
                         */
                        subject?: string;
                    }[];
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
                    "application/json": components["schemas"]["BrandTexts"];
                };
            };
        };
    };
    listBulkChanges: {
        parameters: {
            query?: {
                /** @description Opaque; take it from next_cursor */
                cursor?: string;
                limit?: number;
                status?: "running" | "done" | "stopped" | "failed";
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
                        items: components["schemas"]["BulkChange"][];
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    createBulkChange: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    change: components["schemas"]["BulkChangeValuesInput"];
                    /** @description The query of GET /api/v1/tickets, such as `status=new,open&assignee=none`: all that fits at this moment, at most 100,000. With `mentioned=me` only `folder` beside it. With `view`: `q` and `field`, as beside that view's tickets. What is not known in it is refused */
                    filter?: string;
                    /** @description Numbers. Either these, or `filter`, or `view` */
                    tickets?: number[];
                    /** @description A saved view: all that it holds for you at this moment */
                    view?: {
                        id: number;
                        /**
                         * Format: date-time
                         * @description As the view was answered: one that has been changed since is refused
                         */
                        updated_at: string;
                    };
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
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkChange"];
                };
            };
        };
    };
    getBulkChange: {
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
                    "application/json": components["schemas"]["BulkChange"];
                };
            };
        };
    };
    listBulkChangeItems: {
        parameters: {
            query?: {
                /** @description Opaque; take it from next_cursor */
                cursor?: string;
                limit?: number;
                outcome?: "changed" | "unchanged" | "refused" | "left";
            };
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
                    "application/json": {
                        items: components["schemas"]["BulkChangeItem"][];
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    getBulkChangeReport: {
        parameters: {
            query?: {
                /** @description Of the reasons; `;` is between the cells where its decimal sign is a comma */
                language?: "en" | "sv" | "es" | "da" | "pl";
            };
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
                    "text/csv": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
        };
    };
    stopBulkChange: {
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
                    "application/json": components["schemas"]["BulkChange"];
                };
            };
        };
    };
    undoBulkChange: {
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
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkChange"];
                };
            };
        };
    };
    listCalendars: {
        parameters: {
            query?: {
                /** @description Opaque; take it from next_cursor */
                cursor?: string;
                limit?: number;
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
                        items: components["schemas"]["Calendar"][];
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    createCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    exceptions?: components["schemas"]["CalendarExceptionInput"][];
                    holidays?: {
                        country: string;
                        /**
                         * @description Public holidays and bank holidays on which the desk is open as usual, by their `rule`
                         * @default []
                         */
                        left_out?: string[];
                        /**
                         * @description A state, canton or the like, as the list of countries names it
                         * @default null
                         */
                        region?: string | null;
                        /**
                         * @description Optional holidays on which it is closed all the same, by their `rule`
                         * @default []
                         */
                        taken_in?: string[];
                    } | null;
                    name: string;
                    time_zone?: string | null;
                    week?: {
                        from: string;
                        /** @description At or before `from`: on the day after */
                        to: string;
                    }[][] | null;
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
                    "application/json": components["schemas"]["Calendar"];
                };
            };
        };
    };
    getCalendar: {
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
                    "application/json": components["schemas"]["Calendar"];
                };
            };
        };
    };
    removeCalendar: {
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
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    updateCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description All of them */
                    exceptions?: components["schemas"]["CalendarExceptionInput"][];
                    holidays?: {
                        country: string;
                        /**
                         * @description Public holidays and bank holidays on which the desk is open as usual, by their `rule`
                         * @default []
                         */
                        left_out?: string[];
                        /**
                         * @description A state, canton or the like, as the list of countries names it
                         * @default null
                         */
                        region?: string | null;
                        /**
                         * @description Optional holidays on which it is closed all the same, by their `rule`
                         * @default []
                         */
                        taken_in?: string[];
                    } | null;
                    /**
                     * @description Makes it the default; the former one is that no more
                     * @enum {boolean}
                     */
                    is_default?: true;
                    name?: string;
                    time_zone?: string | null;
                    week?: {
                        from: string;
                        /** @description At or before `from`: on the day after */
                        to: string;
                    }[][] | null;
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
                    "application/json": components["schemas"]["Calendar"];
                };
            };
        };
    };
    getCalendarPreview: {
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
                    "application/json": components["schemas"]["CalendarPreview"];
                };
            };
        };
    };
    listHolidayCountries: {
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
                    "application/json": components["schemas"]["HolidayCountries"];
                };
            };
        };
    };
    previewCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default [] */
                    exceptions?: components["schemas"]["CalendarExceptionInput"][];
                    /** @default null */
                    holidays?: {
                        country: string;
                        /**
                         * @description Public holidays and bank holidays on which the desk is open as usual, by their `rule`
                         * @default []
                         */
                        left_out?: string[];
                        /**
                         * @description A state, canton or the like, as the list of countries names it
                         * @default null
                         */
                        region?: string | null;
                        /**
                         * @description Optional holidays on which it is closed all the same, by their `rule`
                         * @default []
                         */
                        taken_in?: string[];
                    } | null;
                    /** @default null */
                    time_zone?: string | null;
                    /** @default null */
                    week?: {
                        from: string;
                        /** @description At or before `from`: on the day after */
                        to: string;
                    }[][] | null;
                    /** @description Of `days`; without it, this year */
                    year?: number;
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
                    "application/json": components["schemas"]["CalendarPreview"];
                };
            };
        };
    };
    listClientCases: {
        parameters: {
            query?: {
                brand?: number;
                /** @description Opaque; take it from next_cursor */
                cursor?: string;
                limit?: number;
                /** @description `solved`: solved and closed */
                state?: "open" | "solved" | "all";
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
                        items: components["schemas"]["ClientCase"][];
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    getClientCase: {
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
                    "application/json": components["schemas"]["OpenClientCase"];
                };
            };
        };
    };
    getClientAttachment: {
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
                    "application/octet-stream": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
        };
    };
    listClientMessages: {
        parameters: {
            query?: {
                /** @description Opaque; take it from next_cursor */
                cursor?: string;
                limit?: number;
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
                        items: components["schemas"]["ClientMessage"][];
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    getClientFigures: {
        parameters: {
            query?: {
                brand?: number;
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
                    "application/json": components["schemas"]["ClientFigures"];
                };
            };
        };
    };
    updateClientMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    language?: "en" | "sv" | "es" | "da" | "pl";
                    name?: string;
                    /** @enum {string} */
                    theme?: "system" | "light" | "dark";
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
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    listOwnCommitments: {
        parameters: {
            query?: {
                /** @description Only what is due before */
                before?: string;
                brand?: number;
                /** @description Opaque; take it from next_cursor */
                cursor?: string;
                /** @description Whom they were made to, as one person with all that were merged */
                customer?: number;
                limit?: number;
                owner?: ("me" | "any" | "none") | number;
                team?: number;
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
                        items: components["schemas"]["OwnCommitment"][];
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    listCustomerImports: {
        parameters: {
            query?: {
                /** @description Opaque; take it from next_cursor */
                cursor?: string;
                limit?: number;
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
                        items: components["schemas"]["CustomerImport"][];
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    createCustomerImport: {
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
                    "application/json": components["schemas"]["CustomerImport"];
                };
            };
        };
    };
    getCustomerImport: {
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
                    "application/json": components["schemas"]["CustomerImport"];
                };
            };
        };
    };
    removeCustomerImport: {
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
            /** @description Nothing to say */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    updateCustomerImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    brand?: number;
                    country?: string | null;
                    create_organizations?: boolean;
                    /** @enum {string} */
                    delimiter?: "," | ";" | "\t" | "|";
                    /** @enum {string} */
                    encoding?: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | "windows-1250" | "iso-8859-2";
                    header?: boolean;
                    /** @description What each column holds, in their order */
                    mapping?: ("skip" | "name" | "first_name" | "last_name" | "email" | "phone" | "organization" | "domain" | "language" | "kind" | "note" | "brand")[];
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
                    "application/json": components["schemas"]["CustomerImport"];
                };
            };
        };
    };
    checkCustomerImport: {
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
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerImport"];
                };
            };
        };
    };
    getCustomerImportReport: {
        parameters: {
            query?: {
                /** @description Of the reasons and of the file’s name; `;` is between the cells where its decimal sign is a comma */
                language?: "en" | "sv" | "es" | "da" | "pl";
            };
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
                    "text/csv": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
        };
    };
    listCustomerImportRows: {
        parameters: {
            query?: {
                /** @description Opaque; take it from next_cursor */
                cursor?: string;
                limit?: number;
                outcome?: "new" | "adds" | "unchanged" | "refused";
            };
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
                    "application/json": {
                        items: components["schemas"]["CustomerImportRow"][];
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    startCustomerImport: {
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
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerImport"];
                };
            };
        };
    };
    undoCustomerImport: {
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
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerImport"];
                };
            };
        };
    };
    listCustomers: {
        parameters: {
            query?: {
                /** @description Opaque; take it from next_cursor */
                cursor?: string;
                limit?: number;
                organization?: number;
                /** @description The beginning of words of the name, or of an address */
                q?: string;
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
                        items: components["schemas"]["Customer"][];
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    createCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    account?: {
                        /** @description Active, and sees every brand that knows the customer */
                        agent: number;
                        /** @description Who stands in: the same goes for them */
                        deputy?: number | null;
                    } | null;
                    /**
                     * @description The first of a kind is primary unless another says so
                     * @default []
                     */
                    addresses?: ({
                        address: string;
                        is_primary?: boolean;
                        /** @enum {string} */
                        kind: "email";
                    } | {
                        /** @description As people write it; without + or 00 in front it is one of the workspace’s country. Kept in E.164 */
                        address: string;
                        is_primary?: boolean;
                        /** @enum {string} */
                        kind: "phone";
                    })[];
                    /** @description The default brand without it, or the first that you see */
                    brands?: number[];
                    /**
                     * @default external
                     * @enum {string}
                     */
                    kind?: "external" | "employee";
                    language?: string | null;
                    name: string;
                    next_contact?: {
                        /** @default  */
                        note?: string;
                        /** Format: date */
                        on: string;
                    } | null;
                    note?: string;
                    organization?: number | null;
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
                    "application/json": components["schemas"]["Customer"];
                };
            };
        };
    };
    getCustomer: {
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
                    "application/json": components["schemas"]["Customer"];
                };
            };
        };
    };
    updateCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Null: whoever looks after their organization does */
                    account?: {
                        /** @description Active, and sees every brand that knows the customer */
                        agent: number;
                        /** @description Who stands in: the same goes for them */
                        deputy?: number | null;
                    } | null;
                    /** @description Of the brands that you see; one in which the customer has tickets cannot be left out */
                    brands?: number[];
                    /** @enum {string} */
                    kind?: "external" | "employee";
                    language?: string | null;
                    name?: string;
                    next_contact?: {
                        /** @default  */
                        note?: string;
                        /** Format: date */
                        on: string;
                    } | null;
                    note?: string;
                    organization?: number | null;
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
                    "application/json": components["schemas"]["Customer"];
                };
            };
        };
    };
    addCustomerAddress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    address: string;
                    is_primary?: boolean;
                    /** @enum {string} */
                    kind: "email";
                } | {
                    /** @description As people write it; without + or 00 in front it is one of the workspace’s country. Kept in E.164 */
                    address: string;
                    is_primary?: boolean;
                    /** @enum {string} */
                    kind: "phone";
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
                    "application/json": components["schemas"]["Customer"];
                };
            };
        };
    };
    removeCustomerAddress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                addressId: number;
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
                    "application/json": components["schemas"]["Customer"];
                };
            };
        };
    };
    listDuplicatesOfCustomer: {
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
                    "application/json": {
                        items: components["schemas"]["Duplicate"][];
                    };
                };
            };
        };
    };
    keepCustomersApart: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    other: number;
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
                    "application/json": components["schemas"]["Customer"];
                };
            };
        };
    };
    mergeCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Whose page stays */
                    into: number;
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
                    "application/json": components["schemas"]["Customer"];
                };
            };
        };
    };
    suggestCustomersAgain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    other: number;
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
                    "application/json": components["schemas"]["Customer"];
                };
            };
        };
    };
    unmergeCustomer: {
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
                    "application/json": components["schemas"]["Customer"];
                };
            };
        };
    };
    exportCustomers: {
        parameters: {
            query?: {
                format?: "csv" | "vcard";
                /** @description Of the file’s name and, as CSV, its headings, kinds and separator */
                language?: "en" | "sv" | "es" | "da" | "pl";
                organization?: number;
                /** @description As for the list of customers */
                q?: string;
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
                    "text/csv": components["schemas"]["Problem"];
                    "text/vcard": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "text/vcard": string;
                };
            };
        };
    };
    listDuplicates: {
        parameters: {
            query?: {
                /** @description Opaque; take it from next_cursor */
                cursor?: string;
                limit?: number;
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
                        items: components["schemas"]["DuplicatePair"][];
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    listOwnEscalations: {
        parameters: {
            query?: {
                /** @description Opaque; take it from next_cursor */
                cursor?: string;
                limit?: number;
                owner?: ("me" | "any" | "none") | number;
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
                        items: components["schemas"]["OwnEscalation"][];
                        next_cursor: string | null;
                    };
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
    listFields: {
        parameters: {
            query?: {
                /** @description Opaque; take it from next_cursor */
                cursor?: string;
                limit?: number;
                show?: "active" | "archived" | "all";
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
                        items: components["schemas"]["Field"][];
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    createField: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Null or left out: all brands */
                    brand?: number | null;
                    filterable?: boolean;
                    help?: string;
                    helps?: {
                        da?: string;
                        en?: string;
                        es?: string;
                        pl?: string;
                        sv?: string;
                    };
                    /** @description Made from the label without it */
                    key?: string;
                    label: string;
                    labels?: {
                        da?: string;
                        en?: string;
                        es?: string;
                        pl?: string;
                        sv?: string;
                    };
                    options?: {
                        archived?: boolean;
                        /** @description Made from the label without it */
                        key?: string;
                        label: string;
                        labels?: {
                            da?: string;
                            en?: string;
                            es?: string;
                            pl?: string;
                            sv?: string;
                        };
                        parent?: string | null;
                    }[];
                    /** @enum {string} */
                    required?: "never" | "create" | "solve";
                    /** @enum {string} */
                    type: "text" | "number" | "date" | "choice" | "tree" | "checkbox";
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
                    "application/json": components["schemas"]["FieldDetail"];
                };
            };
        };
    };
    getField: {
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
                    "application/json": components["schemas"]["FieldDetail"];
                };
            };
        };
    };
    updateField: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Hidden everywhere; its values are kept and come back with it */
                    archived?: boolean;
                    /** @description The field that it is to stand before; null: the end */
                    before?: number | null;
                    filterable?: boolean;
                    help?: string;
                    helps?: {
                        da?: string;
                        en?: string;
                        es?: string;
                        pl?: string;
                        sv?: string;
                    };
                    label?: string;
                    labels?: {
                        da?: string;
                        en?: string;
                        es?: string;
                        pl?: string;
                        sv?: string;
                    };
                    /** @enum {string} */
                    required?: "never" | "create" | "solve";
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
                    "application/json": components["schemas"]["FieldDetail"];
                };
            };
        };
    };
    replaceFieldOptions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description All options in their order, each after its parent; one that is left out is archived */
                    options: {
                        archived?: boolean;
                        /** @description Made from the label without it */
                        key?: string;
                        label: string;
                        labels?: {
                            da?: string;
                            en?: string;
                            es?: string;
                            pl?: string;
                            sv?: string;
                        };
                        parent?: string | null;
                    }[];
                    /**
                     * Format: date-time
                     * @description The field’s updated_at that the writer knows; 409 conflict when it has changed since
                     */
                    seen?: string;
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
                    "application/json": components["schemas"]["FieldDetail"];
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
    listGuidelines: {
        parameters: {
            query?: {
                /** @description Opaque; take it from next_cursor */
                cursor?: string;
                limit?: number;
                /** @description Only those in force now that matter at one of these moments, with commas between them */
                moments?: string;
                show?: "active" | "archived" | "all";
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
                        items: components["schemas"]["Guideline"][];
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    createGuideline: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Null or left out: all brands, which takes somebody who sees them all */
                    brand?: number | null;
                    conditions?: components["schemas"]["TicketConditionsInput"];
                    /**
                     * Format: date-time
                     * @description A moment to come; at once without it
                     */
                    effective_from?: string;
                    /** @description Without an end without it */
                    effective_until?: string | null;
                    moments: ("case" | "reply" | "pending" | "on_hold" | "solved")[];
                    name: string;
                    text: string;
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
                    "application/json": components["schemas"]["Guideline"];
                };
            };
        };
    };
    getGuideline: {
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
                    "application/json": components["schemas"]["Guideline"];
                };
            };
        };
    };
    updateGuideline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description An archived one is not in force */
                    archived?: boolean;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Guideline"];
                };
            };
        };
    };
    noteGuidelineKnown: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
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
            /** @description Nothing to say */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    forgetGuidelineKnown: {
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
            /** @description Nothing to say */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listGuidelineVersions: {
        parameters: {
            query?: {
                /** @description Opaque; take it from next_cursor */
                cursor?: string;
                limit?: number;
            };
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
                    "application/json": {
                        items: components["schemas"]["GuidelineVersion"][];
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    addGuidelineVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    conditions?: components["schemas"]["TicketConditionsInput"];
                    /**
                     * Format: date-time
                     * @description A moment to come; at once without it
                     */
                    effective_from?: string;
                    /** @description Without an end without it */
                    effective_until?: string | null;
                    moments: ("case" | "reply" | "pending" | "on_hold" | "solved")[];
                    /** @description newest_version as the writer had it before them: if there is a newer one, nothing is written */
                    seen?: number;
                    text: string;
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
                    "application/json": components["schemas"]["Guideline"];
                };
            };
        };
    };
    withdrawGuidelineVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                version: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Only of a version that has not begun */
                    withdrawn: boolean;
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
                    "application/json": components["schemas"]["Guideline"];
                };
            };
        };
    };
    getHome: {
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
                    "application/json": components["schemas"]["Home"];
                };
            };
        };
    };
    getTeamHome: {
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
                    "application/json": components["schemas"]["TeamHome"];
                };
            };
        };
    };
    listInboxes: {
        parameters: {
            query?: {
                brand?: number;
                /** @description Opaque; take it from next_cursor */
                cursor?: string;
                limit?: number;
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
                        items: components["schemas"]["Inbox"][];
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    createInbox: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    address: string;
                    /** @description The default brand without it */
                    brand?: number;
                    name?: string;
                    smtp_url?: string | null;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Inbox"];
                };
            };
        };
    };
    getInbox: {
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
                    "application/json": components["schemas"]["Inbox"];
                };
            };
        };
    };
    removeInbox: {
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
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                        /**
                         * @description `deactivated`: tickets or mail name it, so it stays, inactive, and its address stays taken
                         * @enum {string}
                         */
                        outcome: "removed" | "deactivated";
                    };
                };
            };
        };
    };
    updateInbox: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    active?: boolean;
                    brand?: number;
                    name?: string;
                    /** @description null: send by the installation’s server again */
                    smtp_url?: string | null;
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
                    "application/json": components["schemas"]["Inbox"];
                };
            };
        };
    };
    getInboxHealth: {
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
                    "application/json": components["schemas"]["InboxHealth"];
                };
            };
        };
    };
    getMailSignIn: {
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
                    "application/json": components["schemas"]["MailGrant"];
                };
            };
        };
    };
    beginMailSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    provider: "microsoft" | "google";
                    username: string;
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
                    "application/json": {
                        url: string;
                    };
                };
            };
        };
    };
    removeMailSignIn: {
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
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    getMailbox: {
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
                    "application/json": components["schemas"]["Mailbox"];
                };
            };
        };
    };
    setMailbox: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    active: boolean;
                    /** @description Folders that are read; the first is watched, the others are looked at every half minute */
                    folders: string[];
                    /** @description imap.example.org */
                    host: string;
                    /**
                     * Format: date-time
                     * @description Mail that reached the mailbox before is left alone
                     */
                    import_from: string;
                    /** @description Marks what was fetched as read on the server */
                    mark_seen: boolean;
                    /** @description Without it, the one that is stored stays, as long as server, port, encryption and user name do */
                    password?: string;
                    port: number;
                    /**
                     * @description `none` for a server on this machine only
                     * @enum {string}
                     */
                    security: "tls" | "starttls" | "none";
                    /**
                     * @description With a password, or by the sign-in of Microsoft or Google (XOAUTH2)
                     * @default password
                     * @enum {string}
                     */
                    sign_in?: "password" | "microsoft" | "google";
                    username: string;
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
                    "application/json": components["schemas"]["Mailbox"];
                };
            };
        };
    };
    removeMailbox: {
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
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    checkMailbox: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Folders that are read; the first is watched, the others are looked at every half minute */
                    folders: string[];
                    /** @description imap.example.org */
                    host: string;
                    /** @description Without it, the one that is stored stays, as long as server, port, encryption and user name do */
                    password?: string;
                    port: number;
                    /**
                     * @description `none` for a server on this machine only
                     * @enum {string}
                     */
                    security: "tls" | "starttls" | "none";
                    /**
                     * @description With a password, or by the sign-in of Microsoft or Google (XOAUTH2)
                     * @default password
                     * @enum {string}
                     */
                    sign_in?: "password" | "microsoft" | "google";
                    username: string;
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
                    "application/json": components["schemas"]["MailCheck"];
                };
            };
        };
    };
    getSenderDomain: {
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
                    "application/json": components["schemas"]["SenderDomain"];
                };
            };
        };
    };
    signSenderDomain: {
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
                    "application/json": components["schemas"]["SenderDomain"];
                };
            };
        };
    };
    stopSigningSenderDomain: {
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
                    "application/json": components["schemas"]["SenderDomain"];
                };
            };
        };
    };
    checkWayOut: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Written, never shown */
                    smtp_url?: string;
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
                    "application/json": components["schemas"]["WayOutCheck"];
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
    listInvitations: {
        parameters: {
            query?: {
                /** @description Opaque; take it from next_cursor */
                cursor?: string;
                limit?: number;
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
                        items: components["schemas"]["Invitation"][];
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    invite: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description true without `brands` */
                    all_brands?: boolean;
                    /** @description With these, only these */
                    brands?: number[];
                    /**
                     * @description `link`: no mail goes out; hand the link over yourself
                     * @default mail
                     * @enum {string}
                     */
                    by?: "mail" | "link";
                    email: string;
                    /**
                     * @description Of the mail and of their screens; the workspace’s without it
                     * @enum {string}
                     */
                    language?: "en" | "sv" | "es" | "da" | "pl";
                    /**
                     * @default agent
                     * @enum {string}
                     */
                    role?: "client" | "viewer" | "agent" | "lead" | "admin" | "owner";
                    teams?: number[];
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
                    "application/json": components["schemas"]["NewInvitation"];
                };
            };
        };
    };
    withdrawInvitation: {
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
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    renewInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description `link`: no mail goes out; hand the link over yourself
                     * @default mail
                     * @enum {string}
                     */
                    by?: "mail" | "link";
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
                    "application/json": components["schemas"]["NewInvitation"];
                };
            };
        };
    };
    listMacros: {
        parameters: {
            query?: {
                /** @description Opaque; take it from next_cursor */
                cursor?: string;
                limit?: number;
                show?: "active" | "archived" | "all";
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
                        items: components["schemas"]["Macro"][];
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    createMacro: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    actions?: {
                        add_tags?: string[];
                        assignee?: "me" | number | null;
                        /** @description With what is known, tried and promised, put together from the ticket. But to a lead not together with `route`, `team` or `assignee` */
                        escalate?: {
                            /** @description What is wanted */
                            question: string;
                            /** @description One of them; `lead` is whoever leads there at the time, while the ticket stays where it is */
                            to: {
                                /** @enum {number} */
                                tier: 2 | 3;
                            } | {
                                team: number;
                            } | {
                                agent: number;
                            } | {
                                lead: null;
                            };
                        };
                        /** @description Custom fields by key: text, number, date as 2026-12-31, the key of an option, true or false; null takes the value away */
                        fields?: {
                            [key: string]: string | number | boolean | null;
                        };
                        /** @enum {string} */
                        kind?: "question" | "incident" | "problem" | "task" | "complaint" | "order";
                        /** @description An internal note beside it, plain text */
                        note?: string;
                        /** @enum {string} */
                        priority?: "low" | "normal" | "high" | "urgent";
                        /** @description Kept by whoever has the ticket then */
                        promise?: {
                            /** @description Hours in which the brand’s desk is open */
                            business?: boolean;
                            /** @description Within so many hours, from when the message goes out */
                            hours: number;
                            /** @description What is promised; the customer may read it */
                            text: string;
                        };
                        remove_tags?: string[];
                        /** @description Hand it to this team anew: nobody’s, for the team to take or be handed out. Not together with `team` or `assignee` */
                        route?: number;
                        /** @enum {string} */
                        status?: "open" | "pending" | "on_hold" | "solved";
                        team?: number | null;
                        /** @description Tell this webhook of it, with the event `macro.used`; of a shared one */
                        webhook?: number;
                    };
                    /** @description Null or left out: all brands */
                    brand?: number | null;
                    keywords?: string[];
                    message?: ("public" | "note") | null;
                    name: string;
                    /**
                     * @description For colleagues too; from lead on
                     * @default false
                     */
                    shared?: boolean;
                    /** @description One for each language; what is blank is left out */
                    texts?: {
                        html: string;
                        language: string;
                    }[];
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
                    "application/json": components["schemas"]["Macro"];
                };
            };
        };
    };
    getMacro: {
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
                    "application/json": components["schemas"]["Macro"];
                };
            };
        };
    };
    updateMacro: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description All actions */
                    actions?: {
                        add_tags?: string[];
                        assignee?: "me" | number | null;
                        /** @description With what is known, tried and promised, put together from the ticket. But to a lead not together with `route`, `team` or `assignee` */
                        escalate?: {
                            /** @description What is wanted */
                            question: string;
                            /** @description One of them; `lead` is whoever leads there at the time, while the ticket stays where it is */
                            to: {
                                /** @enum {number} */
                                tier: 2 | 3;
                            } | {
                                team: number;
                            } | {
                                agent: number;
                            } | {
                                lead: null;
                            };
                        };
                        /** @description Custom fields by key: text, number, date as 2026-12-31, the key of an option, true or false; null takes the value away */
                        fields?: {
                            [key: string]: string | number | boolean | null;
                        };
                        /** @enum {string} */
                        kind?: "question" | "incident" | "problem" | "task" | "complaint" | "order";
                        /** @description An internal note beside it, plain text */
                        note?: string;
                        /** @enum {string} */
                        priority?: "low" | "normal" | "high" | "urgent";
                        /** @description Kept by whoever has the ticket then */
                        promise?: {
                            /** @description Hours in which the brand’s desk is open */
                            business?: boolean;
                            /** @description Within so many hours, from when the message goes out */
                            hours: number;
                            /** @description What is promised; the customer may read it */
                            text: string;
                        };
                        remove_tags?: string[];
                        /** @description Hand it to this team anew: nobody’s, for the team to take or be handed out. Not together with `team` or `assignee` */
                        route?: number;
                        /** @enum {string} */
                        status?: "open" | "pending" | "on_hold" | "solved";
                        team?: number | null;
                        /** @description Tell this webhook of it, with the event `macro.used`; of a shared one */
                        webhook?: number;
                    };
                    /** @description An archived one is not offered any more */
                    archived?: boolean;
                    brand?: number | null;
                    keywords?: string[];
                    message?: ("public" | "note") | null;
                    name?: string;
                    /**
                     * @description Gives an own one to everybody; copy a shared one to have it for yourself
                     * @enum {boolean}
                     */
                    shared?: true;
                    /** @description All texts; one that is left out is removed */
                    texts?: {
                        html: string;
                        language: string;
                    }[];
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
                    "application/json": components["schemas"]["Macro"];
                };
            };
        };
    };
    getMailApps: {
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
                    "application/json": components["schemas"]["MailApps"];
                };
            };
        };
    };
    setMailApps: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What is absent stays; null is removed */
        requestBody: {
            content: {
                "application/json": {
                    google?: {
                        client_id: string;
                        /** @description Written, never shown; without it the stored one stays */
                        client_secret?: string;
                        /** @description Microsoft’s directory (tenant) id; `organizations` without it */
                        tenant?: string;
                    } | null;
                    microsoft?: {
                        client_id: string;
                        /** @description Written, never shown; without it the stored one stays */
                        client_secret?: string;
                        /** @description Microsoft’s directory (tenant) id; `organizations` without it */
                        tenant?: string;
                    } | null;
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
                    "application/json": components["schemas"]["MailApps"];
                };
            };
        };
    };
    completeMailSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    state: string;
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
                    "application/json": {
                        inbox: number;
                    };
                };
            };
        };
    };
    getMe: {
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
                    "application/json": components["schemas"]["Me"];
                };
            };
        };
    };
    updateMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    language?: "en" | "sv" | "es" | "da" | "pl";
                    name?: string;
                    /** @description Those that are named change */
                    preferences?: {
                        /**
                         * @description `more`: stronger lines and texts, whatever the system says
                         * @enum {string}
                         */
                        contrast?: "system" | "more";
                        /** @enum {string} */
                        density?: "dense" | "comfortable";
                        /** @description All of them at once */
                        keys?: {
                            [key: string]: string[];
                        };
                        /**
                         * @description `reduced`: nothing moves, whatever the system says
                         * @enum {string}
                         */
                        motion?: "system" | "reduced";
                        /** @description All panels at once */
                        panels?: {
                            [key: string]: number;
                        };
                        /** @enum {string} */
                        reading?: "split" | "full";
                        single_keys?: boolean;
                        /** @enum {string} */
                        text_size?: "small" | "medium" | "large" | "larger";
                        /** @enum {string} */
                        theme?: "system" | "light" | "dark";
                        underline_links?: boolean;
                        /** @description Ids of saved views in the agent’s own order; the others follow */
                        view_order?: number[];
                    };
                    /** @description Stands above the brand’s below replies; may name the same placeholders */
                    signature?: string;
                    time_zone?: string;
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
                    "application/json": components["schemas"]["Me"];
                };
            };
        };
    };
    listDevices: {
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
                    "application/json": {
                        items: components["schemas"]["PushDevice"][];
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    addDevice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 16 bytes, base64url */
                    auth: string;
                    /** Format: uri */
                    endpoint: string;
                    /** @description The browser’s public key, base64url */
                    p256dh: string;
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
                    "application/json": components["schemas"]["PushDevice"];
                };
            };
        };
    };
    removeDevice: {
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
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    readNotificationSettings: {
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
                    "application/json": components["schemas"]["NotificationSettings"];
                };
            };
        };
    };
    updateNotificationSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    quiet_hours?: {
                        /** @description HH:MM in the agent’s own time zone */
                        from: string;
                        /** @description HH:MM in the agent’s own time zone */
                        to: string;
                    } | null;
                    quiet_until?: string | null;
                    /** @description Those that are named change */
                    ways?: {
                        answered?: {
                            app?: boolean;
                            mail?: boolean;
                            push?: boolean;
                            sound?: boolean;
                        };
                        approval_answered?: {
                            app?: boolean;
                            mail?: boolean;
                            push?: boolean;
                            sound?: boolean;
                        };
                        approval_asked?: {
                            app?: boolean;
                            mail?: boolean;
                            push?: boolean;
                            sound?: boolean;
                        };
                        asked?: {
                            app?: boolean;
                            mail?: boolean;
                            push?: boolean;
                            sound?: boolean;
                        };
                        assigned?: {
                            app?: boolean;
                            mail?: boolean;
                            push?: boolean;
                            sound?: boolean;
                        };
                        colleague?: {
                            app?: boolean;
                            mail?: boolean;
                            push?: boolean;
                            sound?: boolean;
                        };
                        complaint_acknowledge_due?: {
                            app?: boolean;
                            mail?: boolean;
                            push?: boolean;
                            sound?: boolean;
                        };
                        complaint_acknowledge_late?: {
                            app?: boolean;
                            mail?: boolean;
                            push?: boolean;
                            sound?: boolean;
                        };
                        complaint_answer_due?: {
                            app?: boolean;
                            mail?: boolean;
                            push?: boolean;
                            sound?: boolean;
                        };
                        complaint_answer_late?: {
                            app?: boolean;
                            mail?: boolean;
                            push?: boolean;
                            sound?: boolean;
                        };
                        complaint_given?: {
                            app?: boolean;
                            mail?: boolean;
                            push?: boolean;
                            sound?: boolean;
                        };
                        compliment?: {
                            app?: boolean;
                            mail?: boolean;
                            push?: boolean;
                            sound?: boolean;
                        };
                        escalated?: {
                            app?: boolean;
                            mail?: boolean;
                            push?: boolean;
                            sound?: boolean;
                        };
                        failed?: {
                            app?: boolean;
                            mail?: boolean;
                            push?: boolean;
                            sound?: boolean;
                        };
                        handed_back?: {
                            app?: boolean;
                            mail?: boolean;
                            push?: boolean;
                            sound?: boolean;
                        };
                        low_score?: {
                            app?: boolean;
                            mail?: boolean;
                            push?: boolean;
                            sound?: boolean;
                        };
                        mentioned?: {
                            app?: boolean;
                            mail?: boolean;
                            push?: boolean;
                            sound?: boolean;
                        };
                        new_in_team?: {
                            app?: boolean;
                            mail?: boolean;
                            push?: boolean;
                            sound?: boolean;
                        };
                        /** @description Never by mail, which comes too late */
                        offered?: {
                            app?: boolean;
                            push?: boolean;
                            sound?: boolean;
                        };
                        promise_answered?: {
                            app?: boolean;
                            mail?: boolean;
                            push?: boolean;
                            sound?: boolean;
                        };
                        promise_broken?: {
                            app?: boolean;
                            mail?: boolean;
                            push?: boolean;
                            sound?: boolean;
                        };
                        promise_due?: {
                            app?: boolean;
                            mail?: boolean;
                            push?: boolean;
                            sound?: boolean;
                        };
                        sla_breached?: {
                            app?: boolean;
                            mail?: boolean;
                            push?: boolean;
                            sound?: boolean;
                        };
                        sla_warning?: {
                            app?: boolean;
                            mail?: boolean;
                            push?: boolean;
                            sound?: boolean;
                        };
                        woken?: {
                            app?: boolean;
                            mail?: boolean;
                            push?: boolean;
                            sound?: boolean;
                        };
                    };
                    working_days?: number[] | null;
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
                    "application/json": components["schemas"]["NotificationSettings"];
                };
            };
        };
    };
    listPasskeys: {
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
                    "application/json": components["schemas"]["Passkeys"];
                };
            };
        };
    };
    addPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    credential: {
                        /** @description attestationObject */
                        attestation: string;
                        /** @description clientDataJSON */
                        client_data: string;
                        /** @description Of the credential */
                        id: string;
                        /** @default [] */
                        transports?: ("ble" | "cable" | "hybrid" | "internal" | "nfc" | "smart-card" | "usb")[];
                    };
                    /** @description What keeps it, or the browser, without it */
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
                    "application/json": components["schemas"]["AddedPasskey"];
                };
            };
        };
    };
    renamePasskey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
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
                    "application/json": components["schemas"]["Passkey"];
                };
            };
        };
    };
    removePasskey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description an answer to POST /api/v1/me/passkeys/prove */
                    passkey?: {
                        authenticator_data: string;
                        /** @description clientDataJSON */
                        client_data: string;
                        /** @description Of the credential */
                        id: string;
                        signature: string;
                        user_handle?: string | null;
                    };
                    /** @description The own password, or */
                    password?: string;
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
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    beginPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description an answer to POST /api/v1/me/passkeys/prove */
                    passkey?: {
                        authenticator_data: string;
                        /** @description clientDataJSON */
                        client_data: string;
                        /** @description Of the credential */
                        id: string;
                        signature: string;
                        user_handle?: string | null;
                    };
                    /** @description The own password, or */
                    password?: string;
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
                    "application/json": components["schemas"]["PasskeyCreationOptions"];
                };
            };
        };
    };
    askForPasskey: {
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
                    "application/json": components["schemas"]["PasskeyRequestOptions"];
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    current_password: string;
                    password: string;
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
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    getSecondFactor: {
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
                    "application/json": components["schemas"]["SecondFactor"];
                };
            };
        };
    };
    beginSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description an answer to POST /api/v1/me/passkeys/prove */
                    passkey?: {
                        authenticator_data: string;
                        /** @description clientDataJSON */
                        client_data: string;
                        /** @description Of the credential */
                        id: string;
                        signature: string;
                        user_handle?: string | null;
                    };
                    /** @description The own password, or */
                    password?: string;
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
                    "application/json": components["schemas"]["SecondFactorSecret"];
                };
            };
        };
    };
    confirmSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
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
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
        };
    };
    renewRecoveryCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description an answer to POST /api/v1/me/passkeys/prove */
                    passkey?: {
                        authenticator_data: string;
                        /** @description clientDataJSON */
                        client_data: string;
                        /** @description Of the credential */
                        id: string;
                        signature: string;
                        user_handle?: string | null;
                    };
                    /** @description The own password, or */
                    password?: string;
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
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
        };
    };
    removeSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description an answer to POST /api/v1/me/passkeys/prove */
                    passkey?: {
                        authenticator_data: string;
                        /** @description clientDataJSON */
                        client_data: string;
                        /** @description Of the credential */
                        id: string;
                        signature: string;
                        user_handle?: string | null;
                    };
                    /** @description The own password, or */
                    password?: string;
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
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    listSessions: {
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
                    "application/json": {
                        items: components["schemas"]["Session"][];
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
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
    endOtherSessions: {
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
                    "application/json": {
                        ended: number;
                    };
                };
            };
        };
    };
    listOwnStaffFeedback: {
        parameters: {
            query?: {
                /** @description Opaque; take it from next_cursor */
                cursor?: string;
                limit?: number;
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
                        items: components["schemas"]["OwnStaffFeedback"][];
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    writeFeedbackStatement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
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
            /** @description Nothing to say */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
                    "application/json": components["schemas"]["CancelledMail"];
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
    scheduleMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Null: at once */
                    send_at: string | null;
                    /** @description As it was without it */
                    unless_answered?: boolean;
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
                    "application/json": components["schemas"]["OutboxMail"];
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
    listNotifications: {
        parameters: {
            query?: {
                /** @description Opaque; take it from next_cursor */
                cursor?: string;
                limit?: number;
                /** @description Only what has not been read */
                unread?: "true" | "false";
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
                        items: components["schemas"]["Notification"][];
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    readBell: {
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
                    "application/json": components["schemas"]["Bell"];
                };
            };
        };
    };
    markNotificationsRead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description These */
                    ids?: number[];
                    /** @description All of the ticket with this number */
                    ticket?: number;
                    /** @description All up to this one */
                    up_to?: number;
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
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description To take it back
                         */
                        at: string;
                        marked: number;
                    };
                };
            };
        };
    };
    markNotificationsUnread: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date-time
                     * @description What was marked as read at this moment, as the answer said
                     */
                    at: string;
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
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description To take it back
                         */
                        at: string;
                        marked: number;
                    };
                };
            };
        };
    };
    listOffers: {
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
                    "application/json": components["schemas"]["OwnOffers"];
                };
            };
        };
    };
    acceptOffer: {
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
                    "application/json": components["schemas"]["Offer"];
                };
            };
        };
    };
    declineOffer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Why not; for whoever asks why the ticket went to whom it did
                     * @default
                     */
                    note?: string;
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
                    "application/json": components["schemas"]["Offer"];
                };
            };
        };
    };
    listOrganizations: {
        parameters: {
            query?: {
                /** @description Opaque; take it from next_cursor */
                cursor?: string;
                limit?: number;
                /** @description The beginning of words of the name */
                q?: string;
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
                        items: components["schemas"]["Organization"][];
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    createOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    account?: {
                        /** @description Active, and sees every brand that knows the customer */
                        agent: number;
                        /** @description Who stands in: the same goes for them */
                        deputy?: number | null;
                    } | null;
                    domains?: string[];
                    name: string;
                    next_contact?: {
                        /** @default  */
                        note?: string;
                        /** Format: date */
                        on: string;
                    } | null;
                    note?: string;
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
                    "application/json": components["schemas"]["Organization"];
                };
            };
        };
    };
    getOrganization: {
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
                    "application/json": components["schemas"]["Organization"];
                };
            };
        };
    };
    updateOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    account?: {
                        /** @description Active, and sees every brand that knows the customer */
                        agent: number;
                        /** @description Who stands in: the same goes for them */
                        deputy?: number | null;
                    } | null;
                    domains?: string[];
                    name?: string;
                    next_contact?: {
                        /** @default  */
                        note?: string;
                        /** Format: date */
                        on: string;
                    } | null;
                    note?: string;
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
                    "application/json": components["schemas"]["Organization"];
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
    listPlaybooks: {
        parameters: {
            query?: {
                /** @description Opaque; take it from next_cursor */
                cursor?: string;
                limit?: number;
                show?: "active" | "archived" | "all";
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
                        items: components["schemas"]["Playbook"][];
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    createPlaybook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Null or left out: all brands, which takes somebody who sees them all */
                    brand?: number | null;
                    conditions?: components["schemas"]["TicketConditionsInput"];
                    /**
                     * @default [
                     *       "solved"
                     *     ]
                     */
                    guards?: ("pending" | "on_hold" | "solved")[];
                    name: string;
                    steps: {
                        /**
                         * @description What does it: an agent says so; a custom field is filled in; something happened on the ticket
                         * @enum {string}
                         */
                        by: "person" | "field" | "event";
                        /**
                         * @description With `by` event
                         * @enum {string}
                         */
                        event?: "reply" | "note" | "promise" | "callback" | "wrap_up";
                        /** @description With `by` field: its key */
                        field?: string;
                        /** @description Of a step that is there, also of one that was taken out: what was done of it on tickets stays. A new one without it */
                        id?: number;
                        /** @description With `by` field, of the types choice and tree: only these do */
                        options?: string[];
                        /** @description What is to be done, as whoever does it reads it */
                        text: string;
                    }[];
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
                    "application/json": components["schemas"]["Playbook"];
                };
            };
        };
    };
    getPlaybook: {
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
                    "application/json": components["schemas"]["Playbook"];
                };
            };
        };
    };
    updatePlaybook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description An archived one asks for nothing */
                    archived?: boolean;
                    conditions?: components["schemas"]["TicketConditionsInput"];
                    guards?: ("pending" | "on_hold" | "solved")[];
                    name?: string;
                    /**
                     * Format: date-time
                     * @description `updated_at` as the writer had it before them: if it has been changed since, nothing is written
                     */
                    seen?: string;
                    /** @description All of them, in their order; those that are left out are taken out */
                    steps?: {
                        /**
                         * @description What does it: an agent says so; a custom field is filled in; something happened on the ticket
                         * @enum {string}
                         */
                        by: "person" | "field" | "event";
                        /**
                         * @description With `by` event
                         * @enum {string}
                         */
                        event?: "reply" | "note" | "promise" | "callback" | "wrap_up";
                        /** @description With `by` field: its key */
                        field?: string;
                        /** @description Of a step that is there, also of one that was taken out: what was done of it on tickets stays. A new one without it */
                        id?: number;
                        /** @description With `by` field, of the types choice and tree: only these do */
                        options?: string[];
                        /** @description What is to be done, as whoever does it reads it */
                        text: string;
                    }[];
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
                    "application/json": components["schemas"]["Playbook"];
                };
            };
        };
    };
    listReportSchedules: {
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
                    "application/json": {
                        /** @description Whether mail can leave this desk at all */
                        can_send: boolean;
                        items: components["schemas"]["ReportSchedule"][];
                    };
                };
            };
        };
    };
    createReportSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Who gets it, as far as they see: yourself without it; administrators choose leads as well */
                    agent?: number;
                    /**
                     * @description `day`: of the day before; `week`: on Mondays, of the week before; `month`: on the first, of the month before
                     * @enum {string}
                     */
                    every: "day" | "week" | "month";
                    /**
                     * @description As of a report
                     * @default {}
                     */
                    filter?: {
                        assignee?: "none" | number;
                        brand?: number;
                        /** @enum {string} */
                        channel?: "email" | "phone" | "chat" | "form" | "letter" | "walk_in" | "api" | "web";
                        /** @enum {string} */
                        kind?: "question" | "incident" | "problem" | "task" | "complaint" | "order";
                        language?: "none" | string;
                        team?: "none" | number;
                        tier?: number;
                        topic?: "none" | number;
                    };
                    /**
                     * @default xlsx
                     * @enum {string}
                     */
                    format?: "csv" | "xlsx";
                    /** @description In the time zone of whoever gets it */
                    hour: number;
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
                    "application/json": components["schemas"]["ReportSchedule"];
                };
            };
        };
    };
    removeReportSchedule: {
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
            /** @description Nothing to say */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getReport: {
        parameters: {
            query?: {
                /** @description `none`: nobody’s */
                assignee?: "none" | number;
                brand?: number;
                channel?: "email" | "phone" | "chat" | "form" | "letter" | "walk_in" | "api" | "web";
                kind?: "question" | "incident" | "problem" | "task" | "complaint" | "order";
                /** @description Of the ticket */
                language?: "none" | string;
                /** @description The first day, in the workspace’s time zone; 30 days in all without it */
                since?: string;
                /** @description `none`: without a team */
                team?: "none" | number;
                /** @description Of the assignee */
                tier?: number;
                /** @description Of the wrap-up; `none`: without one */
                topic?: "none" | number;
                /** @description The last day, which counts as well; today without it */
                until?: string;
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
                    "application/json": components["schemas"]["Report"];
                };
            };
        };
    };
    getReportBreakdown: {
        parameters: {
            query: {
                /** @description `none`: nobody’s */
                assignee?: "none" | number;
                brand?: number;
                by: "brand" | "team" | "assignee" | "tier" | "topic" | "channel" | "language" | "kind";
                channel?: "email" | "phone" | "chat" | "form" | "letter" | "walk_in" | "api" | "web";
                kind?: "question" | "incident" | "problem" | "task" | "complaint" | "order";
                /** @description Of the ticket */
                language?: "none" | string;
                /** @description The first day, in the workspace’s time zone; 30 days in all without it */
                since?: string;
                /** @description `none`: without a team */
                team?: "none" | number;
                /** @description Of the assignee */
                tier?: number;
                /** @description Of the wrap-up; `none`: without one */
                topic?: "none" | number;
                /** @description The last day, which counts as well; today without it */
                until?: string;
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
                    "application/json": components["schemas"]["ReportBreakdown"];
                };
            };
        };
    };
    exportReport: {
        parameters: {
            query?: {
                /** @description `none`: nobody’s */
                assignee?: "none" | number;
                brand?: number;
                /** @description Of CSV: taken apart by this, else by time; a workbook holds them all */
                by?: "brand" | "team" | "assignee" | "tier" | "topic" | "channel" | "language" | "kind";
                channel?: "email" | "phone" | "chat" | "form" | "letter" | "walk_in" | "api" | "web";
                format?: "csv" | "xlsx";
                kind?: "question" | "incident" | "problem" | "task" | "complaint" | "order";
                /** @description Of the ticket */
                language?: "none" | string;
                /** @description The first day, in the workspace’s time zone; 30 days in all without it */
                since?: string;
                /** @description `none`: without a team */
                team?: "none" | number;
                /** @description Of the assignee */
                tier?: number;
                /** @description Of the wrap-up; `none`: without one */
                topic?: "none" | number;
                /** @description The last day, which counts as well; today without it */
                until?: string;
                /** @description The language of headings and of the file’s name; `language` is the tickets’ */
                words?: "en" | "sv" | "es" | "da" | "pl";
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
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": components["schemas"]["Problem"];
                    "text/csv": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
        };
    };
    getStaffing: {
        parameters: {
            query?: {
                brand?: number;
                channel?: "email" | "phone" | "chat" | "form" | "letter" | "walk_in" | "api" | "web";
                /** @description What one takes; the average of the wrap-ups without it */
                handling_seconds?: number;
                /** @description Percent of paid time that is breaks, meetings and absence */
                shrinkage?: number;
                /** @description Percent of calls to be answered … */
                target?: number;
                /** @description Whose members are counted; everybody without it */
                team?: number;
                /** @description So many whole weeks up to the last one */
                weeks?: number;
                /** @description … within so many seconds */
                within_seconds?: number;
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
                    "application/json": components["schemas"]["Staffing"];
                };
            };
        };
    };
    calculateStaffing: {
        parameters: {
            query: {
                calls_per_hour: number;
                handling_seconds: number;
                /** @description Percent of paid time that is breaks, meetings and absence */
                shrinkage?: number;
                /** @description Percent of calls to be answered … */
                target?: number;
                /** @description … within so many seconds */
                within_seconds?: number;
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
                    "application/json": components["schemas"]["StaffingCalculation"];
                };
            };
        };
    };
    listReportTickets: {
        parameters: {
            query?: {
                /** @description `none`: nobody’s */
                assignee?: "none" | number;
                brand?: number;
                channel?: "email" | "phone" | "chat" | "form" | "letter" | "walk_in" | "api" | "web";
                /** @description Opaque; take it from next_cursor */
                cursor?: string;
                kind?: "question" | "incident" | "problem" | "task" | "complaint" | "order";
                /** @description Of the ticket */
                language?: "none" | string;
                limit?: number;
                /** @description `open` goes by no period */
                show?: "tickets" | "open" | "first_replies" | "sla_met" | "sla_missed" | "promises_kept" | "promises_broken" | "solved" | "reopened" | "first_contact" | "resolved" | "degree_solved" | "degree_partly" | "degree_worked_around" | "degree_not_solved" | "degree_withdrawn" | "timed" | "rated";
                /** @description The first day, in the workspace’s time zone; 30 days in all without it */
                since?: string;
                /** @description `none`: without a team */
                team?: "none" | number;
                /** @description Of the assignee */
                tier?: number;
                /** @description Of the wrap-up; `none`: without one */
                topic?: "none" | number;
                /** @description The last day, which counts as well; today without it */
                until?: string;
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
                        items: components["schemas"]["ReportTicket"][];
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    listSatisfactionAnswers: {
        parameters: {
            query?: {
                brand?: number;
                /** @description Opaque; take it from next_cursor */
                cursor?: string;
                limit?: number;
                score?: number;
                /** @description `unfinished`: low scores whose follow-up is not done */
                show?: "all" | "unfinished";
                /** @description RFC 3339, UTC */
                since?: string;
                /** @description Answered before */
                until?: string;
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
                        items: components["schemas"]["SatisfactionAnswer"][];
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    listSatisfactionSettings: {
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
                    "application/json": {
                        /** @description Our own words, by language */
                        defaults: {
                            [key: string]: {
                                note: string;
                                question: string;
                                /** @description What 1 to 5 are called */
                                scores: string[];
                            };
                        };
                        items: components["schemas"]["SatisfactionSettings"][];
                    };
                };
            };
        };
    };
    replaceSatisfactionSettings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                brand: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default true */
                    ask_employees?: boolean;
                    /** @default 7 */
                    change_days?: number;
                    /** @default 24 */
                    delay_hours?: number;
                    enabled: boolean;
                    /** @default 30 */
                    every_days?: number;
                    /** @default null */
                    lead?: number | null;
                    /** @default 2 */
                    low_score?: number;
                    /** @default {} */
                    questions?: {
                        /** @description Empty: ours in that language */
                        da?: string;
                        /** @description Empty: ours in that language */
                        en?: string;
                        /** @description Empty: ours in that language */
                        es?: string;
                        /** @description Empty: ours in that language */
                        pl?: string;
                        /** @description Empty: ours in that language */
                        sv?: string;
                    };
                    /** @default [] */
                    skip_tags?: string[];
                    /** @default null */
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
                    "application/json": components["schemas"]["SatisfactionSettings"];
                };
            };
        };
    };
    getSatisfactionFigures: {
        parameters: {
            query?: {
                brand?: number;
                /** @description So many days up to today */
                days?: number;
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
                    "application/json": components["schemas"]["SatisfactionFigures"];
                };
            };
        };
    };
    listSavedViews: {
        parameters: {
            query?: {
                /** @description Opaque; take it from next_cursor */
                cursor?: string;
                limit?: number;
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
                        items: components["schemas"]["SavedView"][];
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    createSavedView: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description `own` without it; `team` and `everyone` take a lead
                     * @enum {string}
                     */
                    audience?: "own" | "team" | "everyone";
                    conditions: components["schemas"]["ViewConditionsInput"];
                    display?: components["schemas"]["ViewDisplayInput"];
                    name: string;
                    /** @description With `team`: which */
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
                };
            };
        };
    };
    getSavedView: {
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
                    "application/json": components["schemas"]["SavedView"];
                };
            };
        };
    };
    removeSavedView: {
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
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    updateSavedView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    audience?: "own" | "team" | "everyone";
                    conditions?: components["schemas"]["ViewConditionsInput"];
                    display?: components["schemas"]["ViewDisplayInput"];
                    name?: string;
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
                    "application/json": components["schemas"]["SavedView"];
                };
            };
        };
    };
    restoreSavedView: {
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
                    "application/json": components["schemas"]["SavedView"];
                };
            };
        };
    };
    listTicketsOfSavedView: {
        parameters: {
            query?: {
                /** @description The view’s own without it */
                columns?: string;
                /** @description Opaque; take it from next_cursor */
                cursor?: string;
                /** @description `key:value`, at most five: keys of options with commas between them (a branch means all that hangs on it), `10..20`, `2026-01-01..`, the beginning of a text, `true` */
                field?: string | string[];
                limit?: number;
                /** @description As of the list of tickets */
                q?: string;
                /** @description The view’s own without it */
                sort?: "-created_at" | "created_at" | "-updated_at" | "updated_at" | "due" | "priority";
            };
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
                    "application/json": {
                        items: components["schemas"]["Ticket"][];
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    countSavedViews: {
        parameters: {
            query?: {
                /** @description Ids of views with commas between them, at most 20; the oldest 20 without it */
                ids?: string;
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
                        counts: {
                            /** @description So many or more: it stopped at 1,000, or a rare condition would have had to look through too many tickets */
                            capped: boolean;
                            /** @description At most 1,000 */
                            count: number;
                            id: number;
                        }[];
                    };
                };
            };
        };
    };
    previewSavedView: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    conditions: components["schemas"]["ViewConditionsInput"];
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
                    "application/json": {
                        /** @description So many or more: it stopped at 1,000, or a rare condition would have had to look through too many tickets */
                        capped: boolean;
                        /** @description At most 1,000 */
                        count: number;
                    };
                };
            };
        };
    };
    search: {
        parameters: {
            query?: {
                /** @description Opaque; take it from next_cursor */
                cursor?: string;
                /** @description Only these; without it the best of each */
                kind?: "tickets" | "customers" | "organizations";
                limit?: number;
                /** @description Words, "phrases", numbers, addresses, and filters: `from:` `to:` `tag:` `status:` `assignee:` `brand:` `team:` `before:` `after:` `has:` `in:` `priority:` `channel:` `language:` `topic:`. The key of a custom field is a filter too: `product:router`. A minus before a word or filter leaves out what has it. `before:` and `after:` take 2026, 2026-11, 2026-11-05, today, yesterday or 7d, 2w, 3m, 1y (UTC) */
                q?: string;
                /** @description The last word may be the beginning of one */
                typing?: "true" | "false";
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
                    "application/json": components["schemas"]["SearchAnswer"];
                };
            };
        };
    };
    getSetup: {
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
                    "application/json": components["schemas"]["Setup"];
                };
            };
        };
    };
    beginSetup: {
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
                    /** @description What stands behind # in the link */
                    key: string;
                    /** @enum {string} */
                    language?: "en" | "sv" | "es" | "da" | "pl";
                    name: string;
                    password: string;
                    time_zone?: string;
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
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    updateSetup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {boolean} */
                    finished?: true;
                    /** @enum {string} */
                    state?: "done" | "later";
                    /** @enum {string} */
                    step?: "organisation" | "inbox" | "colleagues" | "demo";
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
                    "application/json": components["schemas"]["Setup"];
                };
            };
        };
    };
    seedDemo: {
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
                    "application/json": components["schemas"]["DemoLogins"];
                };
            };
        };
    };
    checkSetupLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What stands behind # in the link */
                    key: string;
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
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    isSetupWaiting: {
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
                    "application/json": components["schemas"]["SetupWaiting"];
                };
            };
        };
    };
    getSideConversation: {
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
                    "application/json": components["schemas"]["SideConversation"];
                };
            };
        };
    };
    updateSideConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    done: boolean;
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
                    "application/json": components["schemas"]["SideConversation"];
                };
            };
        };
    };
    listSideMessages: {
        parameters: {
            query?: {
                /** @description Opaque; take it from next_cursor */
                cursor?: string;
                limit?: number;
            };
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
                    "application/json": {
                        items: components["schemas"]["Message"][];
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    writeSideMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Own uploads, and files of messages that one may see */
                    attachments?: number[];
                    /** @description Get this mail without the others seeing it, and do not take part */
                    bcc?: {
                        email: string;
                        name?: string;
                    }[];
                    /** @description More people, from now on; at most 20 in all */
                    cc?: {
                        email: string;
                        name?: string;
                    }[];
                    html?: string;
                    /**
                     * Format: date-time
                     * @description Sends it later; takes the place of `undo_seconds`
                     */
                    send_at?: string;
                    /** @description This or html is needed; a forward may go without */
                    text?: string;
                    /** @default 0 */
                    undo_seconds?: number;
                    /** @description With `send_at`: it is stopped if somebody answers here before */
                    unless_answered?: boolean;
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
                    "application/json": components["schemas"]["SideConversation"];
                };
            };
        };
    };
    confirmSidePerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                person: number;
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
                    "application/json": components["schemas"]["SideConversation"];
                };
            };
        };
    };
    listSkills: {
        parameters: {
            query?: {
                /** @description Opaque; take it from next_cursor */
                cursor?: string;
                kind?: "product" | "technology" | "language" | "certificate";
                limit?: number;
                show?: "active" | "archived" | "all";
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
                        items: components["schemas"]["Skill"][];
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    createSkill: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Never changes
                     * @enum {string}
                     */
                    kind: "product" | "technology" | "language" | "certificate";
                    /** @description Of the kind `language`, which needs it; never changes */
                    language?: string;
                    name: string;
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
                    "application/json": components["schemas"]["Skill"];
                };
            };
        };
    };
    getSkill: {
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
                    "application/json": components["schemas"]["Skill"];
                };
            };
        };
    };
    updateSkill: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    archived?: boolean;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Skill"];
                };
            };
        };
    };
    listSlaPolicies: {
        parameters: {
            query?: {
                /** @description Opaque; take it from next_cursor */
                cursor?: string;
                limit?: number;
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
                        items: components["schemas"]["SlaPolicy"][];
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    createSlaPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    conditions?: components["schemas"]["SlaConditionsInput"];
                    name: string;
                    pause?: ("pending" | "on_hold")[];
                    targets: {
                        /** @enum {string} */
                        kind: "pickup" | "first_reply" | "next_reply" | "update" | "resolution";
                        minutes: {
                            /** @description Null: nothing is promised */
                            high: number | null;
                            /** @description Null: nothing is promised */
                            low: number | null;
                            /** @description Null: nothing is promised */
                            normal: number | null;
                            /** @description Null: nothing is promised */
                            urgent: number | null;
                        };
                        /**
                         * @description `business`: in the opening hours of the ticket’s brand; `calendar`: day and night
                         * @enum {string}
                         */
                        time: "business" | "calendar";
                    }[];
                    /** @description Warn so long before; 0: no warning */
                    warn_minutes?: number;
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
                    "application/json": components["schemas"]["SlaPolicy"];
                };
            };
        };
    };
    getSlaPolicy: {
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
                    "application/json": components["schemas"]["SlaPolicy"];
                };
            };
        };
    };
    removeSlaPolicy: {
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
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    updateSlaPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    active?: boolean;
                    /** @description Puts it before this policy; null: at the end */
                    before?: number | null;
                    conditions?: components["schemas"]["SlaConditionsInput"];
                    name?: string;
                    pause?: ("pending" | "on_hold")[];
                    /** @description All of them */
                    targets?: {
                        /** @enum {string} */
                        kind: "pickup" | "first_reply" | "next_reply" | "update" | "resolution";
                        minutes: {
                            /** @description Null: nothing is promised */
                            high: number | null;
                            /** @description Null: nothing is promised */
                            low: number | null;
                            /** @description Null: nothing is promised */
                            normal: number | null;
                            /** @description Null: nothing is promised */
                            urgent: number | null;
                        };
                        /**
                         * @description `business`: in the opening hours of the ticket’s brand; `calendar`: day and night
                         * @enum {string}
                         */
                        time: "business" | "calendar";
                    }[];
                    /** @description Warn so long before; 0: no warning */
                    warn_minutes?: number;
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
                    "application/json": components["schemas"]["SlaPolicy"];
                };
            };
        };
    };
    checkSla: {
        parameters: {
            query: {
                ticket: number;
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
                    "application/json": components["schemas"]["SlaCheck"];
                };
            };
        };
    };
    listSlaDue: {
        parameters: {
            query: {
                tickets: string;
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
                    "application/json": components["schemas"]["SlaDue"];
                };
            };
        };
    };
    listStaffFeedback: {
        parameters: {
            query?: {
                /** @description Opaque; take it from next_cursor */
                cursor?: string;
                kind?: "complaint" | "compliment";
                limit?: number;
                show?: "waiting" | "overdue" | "closed" | "all";
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
                        items: components["schemas"]["StaffFeedback"][];
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    fileStaffFeedback: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The agent whom it is about */
                    about: number;
                    /** @description Without a ticket */
                    brand?: number;
                    /**
                     * @default mail
                     * @enum {string}
                     */
                    channel?: "mail" | "phone" | "letter" | "in_person" | "web";
                    /** @enum {string} */
                    kind: "complaint" | "compliment";
                    /**
                     * Format: date-time
                     * @description Now, unless it came earlier
                     */
                    received_at?: string;
                    /** @description In the customer’s words */
                    text: string;
                    /** @description The number of the ticket where it was said; it stays readable as it was */
                    ticket?: number;
                    /** @description What the customer wants */
                    wants?: string;
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
                    "application/json": components["schemas"]["StaffFeedbackReceipt"];
                };
            };
        };
    };
    getStaffFeedbackSettings: {
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
                    "application/json": components["schemas"]["StaffFeedbackSettings"];
                };
            };
        };
    };
    replaceStaffFeedbackSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    acknowledge_days: number;
                    answer_days: number;
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
                    "application/json": components["schemas"]["StaffFeedbackSettings"];
                };
            };
        };
    };
    getStaffFeedback: {
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
                    "application/json": components["schemas"]["StaffFeedbackFile"];
                };
            };
        };
    };
    giveStaffFeedback: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    owner: number;
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
                    "application/json": components["schemas"]["StaffFeedbackFile"];
                };
            };
        };
    };
    acknowledgeStaffFeedback: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date-time
                     * @description Now, unless it was earlier
                     */
                    at?: string;
                    /** @enum {string} */
                    how: "mail" | "phone" | "letter" | "in_person";
                    /** @description What was said */
                    text?: string;
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
                    "application/json": components["schemas"]["StaffFeedbackFile"];
                };
            };
        };
    };
    answerStaffFeedback: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date-time
                     * @description Now, unless it was earlier
                     */
                    at?: string;
                    /** @enum {string} */
                    how: "mail" | "phone" | "letter" | "in_person";
                    /** @description What was said */
                    text?: string;
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
                    "application/json": components["schemas"]["StaffFeedbackFile"];
                };
            };
        };
    };
    closeStaffFeedback: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    outcome: "upheld" | "partly_upheld" | "not_upheld" | "withdrawn" | "not_settled";
                    text: string;
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
                    "application/json": components["schemas"]["StaffFeedbackFile"];
                };
            };
        };
    };
    noteStaffFeedback: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
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
                    "application/json": components["schemas"]["StaffFeedbackFile"];
                };
            };
        };
    };
    releaseStaffFeedback: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Words meant for the person named; the file itself stays closed to them */
                    text: string;
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
                    "application/json": components["schemas"]["StaffFeedbackFile"];
                };
            };
        };
    };
    reopenStaffFeedback: {
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
                    "application/json": components["schemas"]["StaffFeedbackFile"];
                };
            };
        };
    };
    listOwnSwarms: {
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
                    "application/json": {
                        items: components["schemas"]["OwnSwarm"][];
                    };
                };
            };
        };
    };
    listOwnTasks: {
        parameters: {
            query?: {
                /** @description Opaque; take it from next_cursor */
                cursor?: string;
                limit?: number;
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
                        items: components["schemas"]["OwnTask"][];
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    listTeams: {
        parameters: {
            query?: {
                /** @description Opaque; take it from next_cursor */
                cursor?: string;
                limit?: number;
                show?: "active" | "archived" | "all";
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
                        items: components["schemas"]["Team"][];
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    createTeam: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Ids of all its agents */
                    members?: number[];
                    name: string;
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
                    "application/json": components["schemas"]["Team"];
                };
            };
        };
    };
    getTeam: {
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
                    "application/json": components["schemas"]["Team"];
                };
            };
        };
    };
    updateTeam: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    archived?: boolean;
                    /** @description Ids of all its agents */
                    members?: number[];
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Team"];
                };
            };
        };
    };
    getRoutingRule: {
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
                    "application/json": components["schemas"]["RoutingRule"];
                };
            };
        };
    };
    updateRoutingRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Of a team that hands out. `assign`: a ticket is theirs at once; `offer`: they accept or decline it, and it goes on when they do not answer
                     * @enum {string}
                     */
                    delivery?: "assign" | "offer";
                    /**
                     * @description What the language of a ticket asks for, where it is one of the skills
                     * @enum {string}
                     */
                    language_need?: "required" | "preferred" | "none";
                    /**
                     * @description Whom of those who can take it: in turn, fewest open cases, longest without a new one, or highest levels of the skills
                     * @enum {string}
                     */
                    method?: "round_robin" | "least_busy" | "longest_idle" | "best_match";
                    /**
                     * @description `pull`: agents take tickets themselves; `push`: they are handed out
                     * @enum {string}
                     */
                    mode?: "pull" | "push";
                    /** @description All of them, of the brands that you see */
                    needs?: {
                        /** @default null */
                        brand?: number | null;
                        /**
                         * @description 1 knows the basics, 3 works alone, 5 teaches others
                         * @default 1
                         */
                        level?: number;
                        /** @enum {string} */
                        need: "required" | "preferred";
                        skill: number;
                    }[];
                    /** @description After so many offers in a row without an answer somebody is set away; 0: never */
                    offer_misses?: number;
                    /** @description So long an offer can be accepted */
                    offer_seconds?: number;
                    /** @description Then a ticket that nobody could take goes to `overflow_team` */
                    overflow_minutes?: number;
                    overflow_team?: number | null;
                    /** @description So long somebody with the preferred skills is waited for; required ones are never given up */
                    relax_minutes?: number;
                    sticky_account?: boolean;
                    sticky_last?: boolean;
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
                    "application/json": components["schemas"]["RoutingRule"];
                };
            };
        };
    };
    listTickets: {
        parameters: {
            query?: {
                /** @description An agent’s id, `me` or `none` */
                assignee?: ("me" | "none") | string;
                brand?: number;
                /** @description Keys of custom fields that the tickets shall carry, separated by commas */
                columns?: string;
                /** @description Opaque; take it from next_cursor */
                cursor?: string;
                /** @description `key:value`, at most five: keys of options with commas between them (a branch means all that hangs on it), `10..20`, `2026-01-01..`, the beginning of a text, `true` */
                field?: string | string[];
                folder?: "inbox" | "spam" | "trash";
                limit?: number;
                /** @description Those in whose notes the asker was named, newest mention first; only `folder`, `cursor` and `limit` count beside it */
                mentioned?: "me";
                /** @description A number, or words of the subject */
                q?: string;
                requester?: number;
                /** @description Without the snoozed ones, or only these; all without it */
                snoozed?: "no" | "only";
                /** @description `due`: what is due next first, by promises and promised times; then what has nothing due, the last changed first. `priority`: the most urgent first, of one priority the last changed */
                sort?: "-created_at" | "created_at" | "-updated_at" | "updated_at" | "due" | "priority";
                /** @description One or several statuses, separated by commas */
                status?: string;
                tag?: string;
                /** @description A team’s id, `none`, or `mine`: the teams of who asks */
                team?: ("mine" | "none") | string;
                /** @description Of the wrap-up, with all that hangs on it */
                topic?: number;
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
            header?: {
                /** @description Makes it safe to send the request again: for two days a repeat with the same key is answered as the first, and done once (IETF draft-ietf-httpapi-idempotency-key-header). The same key for another request is refused with `key_reused`. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Without it, who looks after the customer */
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
                    /** @description Who has it where it has no assignee and nobody looks after the customer */
                    fallback_assignee?: number;
                    /** @description Custom fields by key: text, number, date as 2026-12-31, the key of an option, true or false; null takes the value away */
                    fields?: {
                        [key: string]: string | number | boolean | null;
                    };
                    html?: string;
                    /** @description The inbox it is answered from; the brand’s first without it */
                    inbox?: number;
                    /** @enum {string} */
                    kind?: "question" | "incident" | "problem" | "task" | "complaint" | "order";
                    language?: string;
                    /** @enum {string} */
                    priority?: "low" | "normal" | "high" | "urgent";
                    /** @description One of `email`, `phone` and `id`; who is not known yet becomes a customer. Mail can be sent once they have an e-mail address */
                    requester: {
                        email?: string;
                        /** @description A customer who is known */
                        id?: number;
                        name?: string;
                        /** @description A telephone number, for who has no e-mail address; without + or 00 one of the workspace’s country */
                        phone?: string;
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
            header?: {
                /** @description Makes it safe to send the request again: for two days a repeat with the same key is answered as the first, and done once (IETF draft-ietf-httpapi-idempotency-key-header). The same key for another request is refused with `key_reused`. */
                "idempotency-key"?: string;
            };
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
                    /** @description Moves it to another brand, with its people; the assignee stays if they see that brand */
                    brand?: number;
                    /** @description With what is known, tried and promised, put together from the ticket. But to a lead not together with `route`, `team` or `assignee` */
                    escalate?: {
                        /** @description What is wanted */
                        question: string;
                        /** @description One of them; `lead` is whoever leads there at the time, while the ticket stays where it is */
                        to: {
                            /** @enum {number} */
                            tier: 2 | 3;
                        } | {
                            team: number;
                        } | {
                            agent: number;
                        } | {
                            lead: null;
                        };
                    };
                    /** @description Custom fields to change; those that are not named stay as they are, null takes a value away */
                    fields?: {
                        [key: string]: string | number | boolean | null;
                    };
                    /**
                     * @description `spam`, `trash`, or `inbox` to restore
                     * @enum {string}
                     */
                    folder?: "inbox" | "spam" | "trash";
                    /** @description What it is answered from; with another brand, that brand’s first without it */
                    inbox?: number;
                    /** @enum {string} */
                    kind?: "question" | "incident" | "problem" | "task" | "complaint" | "order";
                    language?: string | null;
                    /** @description The macros that this comes from, for their count of uses; those that do not fit are left out */
                    macros?: number[];
                    /** @description An internal note beside it, plain text */
                    note?: string;
                    /** @description Gives the ticket its status although steps of its playbooks are missing (`steps_missing`); takes a lead */
                    override?: {
                        /** @description Stands in the timeline */
                        reason: string;
                    };
                    /** @enum {string} */
                    priority?: "low" | "normal" | "high" | "urgent";
                    /** @description Kept by whoever has the ticket then */
                    promise?: {
                        /** @description Hours in which the brand’s desk is open */
                        business?: boolean;
                        /** @description Within so many hours, from when the message goes out */
                        hours: number;
                        /** @description What is promised; the customer may read it */
                        text: string;
                    };
                    remove_tags?: string[];
                    /** @description Hand it to this team anew: nobody’s, for the team to take or be handed out. Not together with `team` or `assignee` */
                    route?: number;
                    /** @description What you saw of the fields that you change: where somebody else has changed one of them since, the answer is 409 conflict and says who changed it to what */
                    seen?: {
                        assignee?: number | null;
                        /** @description Custom fields by key: text, number, date as 2026-12-31, the key of an option, true or false; null takes the value away */
                        fields?: {
                            [key: string]: string | number | boolean | null;
                        };
                        /** @enum {string} */
                        folder?: "inbox" | "spam" | "trash";
                        /** @enum {string} */
                        kind?: "question" | "incident" | "problem" | "task" | "complaint" | "order";
                        language?: string | null;
                        /** @enum {string} */
                        priority?: "low" | "normal" | "high" | "urgent";
                        /** @enum {string} */
                        status?: "new" | "open" | "pending" | "on_hold" | "solved" | "closed";
                        subject?: string;
                        team?: number | null;
                    };
                    /** @description A moment to come, `reply`: until the customer writes, or null to wake it */
                    snoozed_until?: (string | "reply") | null;
                    /** @enum {string} */
                    status?: "new" | "open" | "pending" | "on_hold" | "solved" | "closed";
                    subject?: string;
                    /** @description All tags; two agents who only add or remove use add_tags and remove_tags */
                    tags?: string[];
                    team?: number | null;
                    /** @description Tell this webhook of it (`macro.used`): one of `macros` is a shared macro that names it. Of a message it hears when that goes out, and not at all where it is taken back before */
                    webhook?: number;
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
    askForApproval: {
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
                    change: {
                        add_tags?: string[];
                        assignee?: number | null;
                        /** @description Moves it to another brand, with its people; the assignee stays if they see that brand */
                        brand?: number;
                        /** @description Escalates the ticket; by itself, or with what a macro does beside it */
                        escalate?: {
                            /** @description Put together from the ticket without it */
                            known?: string;
                            /** @description Likewise */
                            promised?: string;
                            /** @description What is wanted */
                            question: string;
                            /** @description false: the customer is not told this time; where the brand does not want it they never are */
                            tell_customer?: boolean;
                            /** @description One of them; `lead` makes it hierarchical, the others functional */
                            to: {
                                /** @description The ticket’s own without it */
                                team?: number;
                                /** @enum {number} */
                                tier: 2 | 3;
                            } | {
                                agent: number;
                            } | {
                                team: number;
                            } | {
                                /** @description Null: a lead of the team who is there, else of the brand */
                                lead: number | null;
                            };
                            /** @description Likewise */
                            tried?: string;
                        };
                        /** @description Custom fields to change; those that are not named stay as they are, null takes a value away */
                        fields?: {
                            [key: string]: string | number | boolean | null;
                        };
                        /**
                         * @description `spam`, `trash`, or `inbox` to restore
                         * @enum {string}
                         */
                        folder?: "inbox" | "spam" | "trash";
                        /** @description Forwards messages, or asks somebody beside the customer; by itself */
                        forward?: {
                            /** @description Own uploads, and files of messages that one may see */
                            attachments?: number[];
                            /** @description Get this mail without the others seeing it, and do not take part */
                            bcc?: {
                                email: string;
                                name?: string;
                            }[];
                            cc?: {
                                email: string;
                                name?: string;
                            }[];
                            html?: string;
                            /**
                             * @description `forward` passes messages on, `question` asks
                             * @enum {string}
                             */
                            kind: "forward" | "question";
                            /** @description Public messages of the ticket that go along under the text */
                            quote?: number[];
                            /**
                             * Format: date-time
                             * @description Sends it later; takes the place of `undo_seconds`
                             */
                            send_at?: string;
                            subject: string;
                            /** @description This or html is needed; a forward may go without */
                            text?: string;
                            /** @description With `cc` at most 20 people */
                            to: {
                                email: string;
                                name?: string;
                            }[];
                            /** @description With `send_at`: it is stopped if somebody answers here before */
                            unless_answered?: boolean;
                        };
                        /** @description What it is answered from; with another brand, that brand’s first without it */
                        inbox?: number;
                        /** @enum {string} */
                        kind?: "question" | "incident" | "problem" | "task" | "complaint" | "order";
                        language?: string | null;
                        /** @description The macros that this comes from, for their count of uses; those that do not fit are left out */
                        macros?: number[];
                        /** @description Promises this; by itself */
                        make_promise?: {
                            /** @description A moment; or a day such as 2026-12-01: by its end where you are */
                            due: string;
                            /**
                             * Format: date-time
                             * @description Of a call: its slot begins here and ends at `due`
                             */
                            from?: string;
                            /**
                             * @description `callback`: a call, with a phone number
                             * @enum {string}
                             */
                            kind?: "promise" | "callback";
                            /** @description The reply that makes it: the customer’s link to the promise goes along while that mail still waits */
                            message?: number;
                            /** @description Who keeps it; you without it, nobody by name with null and a team */
                            owner?: number | null;
                            phone?: string | null;
                            /** @enum {string} */
                            source?: "button" | "macro" | "slash" | "noticed" | "api";
                            team?: number | null;
                            /** @description What is promised; the customer may read it */
                            text: string;
                        };
                        /** @description Merges the ticket into the one with this number; by itself */
                        merge_into?: number;
                        /** @description Moves this promise; by itself */
                        move?: {
                            commitment: number;
                            /** @description A moment; or a day such as 2026-12-01: by its end where you are */
                            due: string;
                            /**
                             * Format: date-time
                             * @description Of a call: its slot begins here and ends at `due`
                             */
                            from?: string;
                            /** @description To the customer, in your words; ours in their language without it */
                            message?: string;
                            /** @description Why; colleagues read it, the customer only what `message` says */
                            reason: string;
                            /** @description Sends nothing: the customer has been told in another way, which is written down */
                            told_otherwise?: boolean;
                        };
                        /** @description An internal note beside it, plain text */
                        note?: string;
                        /** @enum {string} */
                        priority?: "low" | "normal" | "high" | "urgent";
                        /** @description Kept by whoever has the ticket then */
                        promise?: {
                            /** @description Hours in which the brand’s desk is open */
                            business?: boolean;
                            /** @description Within so many hours, from when the message goes out */
                            hours: number;
                            /** @description What is promised; the customer may read it */
                            text: string;
                        };
                        remove_tags?: string[];
                        /** @description Sends this to the customer, with all that is done along with it; by itself */
                        reply?: {
                            attachments?: number[];
                            /** @description Get it without the others seeing it, and do not take part */
                            bcc?: {
                                email: string;
                                name?: string;
                            }[];
                            /** @description People who get this, beside `to` or everybody, and take part from now on */
                            cc?: {
                                email: string;
                                name?: string;
                            }[];
                            /** @description What else is changed on the ticket along with it: both happen, or neither */
                            changes?: {
                                add_tags?: string[];
                                assignee?: number | null;
                                /** @description With what is known, tried and promised, put together from the ticket. But to a lead not together with `route`, `team` or `assignee` */
                                escalate?: {
                                    /** @description What is wanted */
                                    question: string;
                                    /** @description One of them; `lead` is whoever leads there at the time, while the ticket stays where it is */
                                    to: {
                                        /** @enum {number} */
                                        tier: 2 | 3;
                                    } | {
                                        team: number;
                                    } | {
                                        agent: number;
                                    } | {
                                        lead: null;
                                    };
                                };
                                /** @description Custom fields by key: text, number, date as 2026-12-31, the key of an option, true or false; null takes the value away */
                                fields?: {
                                    [key: string]: string | number | boolean | null;
                                };
                                /** @enum {string} */
                                kind?: "question" | "incident" | "problem" | "task" | "complaint" | "order";
                                /** @description An internal note beside it, plain text */
                                note?: string;
                                /** @enum {string} */
                                priority?: "low" | "normal" | "high" | "urgent";
                                /** @description Kept by whoever has the ticket then */
                                promise?: {
                                    /** @description Hours in which the brand’s desk is open */
                                    business?: boolean;
                                    /** @description Within so many hours, from when the message goes out */
                                    hours: number;
                                    /** @description What is promised; the customer may read it */
                                    text: string;
                                };
                                remove_tags?: string[];
                                /** @description Hand it to this team anew: nobody’s, for the team to take or be handed out. Not together with `team` or `assignee` */
                                route?: number;
                                team?: number | null;
                                /** @description Tell this webhook of it (`macro.used`): one of `macros` is a shared macro that names it. Of a message it hears when that goes out, and not at all where it is taken back before */
                                webhook?: number;
                            };
                            html?: string;
                            /** @description The macros that this comes from, for their count of uses; those that do not fit are left out */
                            macros?: number[];
                            /**
                             * Format: date-time
                             * @description Sends it later; takes the place of `undo_seconds`
                             */
                            send_at?: string;
                            /**
                             * @description The ticket’s status after it
                             * @enum {string}
                             */
                            status?: "open" | "pending" | "on_hold" | "solved";
                            /** @description This or html is needed */
                            text?: string;
                            /** @description Exactly these and `cc` get it; everybody who takes part without it */
                            to?: {
                                email: string;
                                name?: string;
                            }[];
                            /** @description With `send_at`: it is stopped if the customer writes before */
                            unless_answered?: boolean;
                        };
                        /** @description Hand it to this team anew: nobody’s, for the team to take or be handed out. Not together with `team` or `assignee` */
                        route?: number;
                        /** @description Opens a new ticket with this message; by itself */
                        split?: {
                            /** @description A message from the customer */
                            message: number;
                            /** @description The message’s own without it */
                            subject?: string;
                        };
                        /** @enum {string} */
                        status?: "new" | "open" | "pending" | "on_hold" | "solved" | "closed";
                        team?: number | null;
                        /**
                         * @description Takes the merge of this ticket back; by itself
                         * @enum {boolean}
                         */
                        unmerge?: true;
                        /** @description Tell this webhook of it (`macro.used`): one of `macros` is a shared macro that names it. Of a message it hears when that goes out, and not at all where it is taken back before */
                        webhook?: number;
                        /** @description Takes this promise back; by itself */
                        withdraw?: {
                            commitment: number;
                            reason?: string;
                        };
                        /** @description Writes to everybody in this side conversation; by itself */
                        write_aside?: {
                            /** @description Own uploads, and files of messages that one may see */
                            attachments?: number[];
                            /** @description Get this mail without the others seeing it, and do not take part */
                            bcc?: {
                                email: string;
                                name?: string;
                            }[];
                            /** @description More people, from now on; at most 20 in all */
                            cc?: {
                                email: string;
                                name?: string;
                            }[];
                            html?: string;
                            /**
                             * Format: date-time
                             * @description Sends it later; takes the place of `undo_seconds`
                             */
                            send_at?: string;
                            side: number;
                            /** @description This or html is needed; a forward may go without */
                            text?: string;
                            /** @description With `send_at`: it is stopped if somebody answers here before */
                            unless_answered?: boolean;
                        };
                    };
                    /** @description Read by whoever answers */
                    reason: string;
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
                    "application/json": components["schemas"]["Approval"];
                };
            };
        };
    };
    listTicketAutomationRuns: {
        parameters: {
            query?: {
                /** @description Opaque; take it from next_cursor */
                cursor?: string;
                limit?: number;
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
                        items: components["schemas"]["AutomationRun"][];
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    getCaseFile: {
        parameters: {
            query?: {
                /** @description `html` is a page to print */
                format?: "pdf" | "json" | "html";
                /** @description Of the file’s own words; yours without it */
                language?: "en" | "sv" | "es" | "da" | "pl";
                /** @description With internal notes */
                notes?: "true" | "false";
                /** @description The times stand in this IANA time zone; your own without it */
                zone?: string;
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
                    "application/pdf": components["schemas"]["Problem"];
                    "text/html": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                    "application/pdf": string;
                    "text/html": string;
                };
            };
        };
    };
    listColleagues: {
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
                        items: components["schemas"]["AgentRef"][];
                    };
                };
            };
        };
    };
    listCommitments: {
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
                        items: components["schemas"]["Commitment"][];
                    };
                };
            };
        };
    };
    addCommitment: {
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
                    /** @description A moment; or a day such as 2026-12-01: by its end where you are */
                    due: string;
                    /**
                     * Format: date-time
                     * @description Of a call: its slot begins here and ends at `due`
                     */
                    from?: string;
                    /**
                     * @description `callback`: a call, with a phone number
                     * @enum {string}
                     */
                    kind?: "promise" | "callback";
                    /** @description The reply that makes it: the customer’s link to the promise goes along while that mail still waits */
                    message?: number;
                    /** @description Who keeps it; you without it, nobody by name with null and a team */
                    owner?: number | null;
                    phone?: string | null;
                    /** @enum {string} */
                    source?: "button" | "macro" | "slash" | "noticed" | "api";
                    team?: number | null;
                    /** @description What is promised; the customer may read it */
                    text: string;
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
                    "application/json": components["schemas"]["Commitment"];
                };
            };
        };
    };
    updateCommitment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                commitment: number;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    owner?: number | null;
                    phone?: string | null;
                    team?: number | null;
                    /** @description What is promised; the customer may read it */
                    text?: string;
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
                    "application/json": components["schemas"]["Commitment"];
                };
            };
        };
    };
    keepCommitment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                commitment: number;
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
                    "application/json": components["schemas"]["Commitment"];
                };
            };
        };
    };
    moveCommitment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                commitment: number;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A moment; or a day such as 2026-12-01: by its end where you are */
                    due: string;
                    /**
                     * Format: date-time
                     * @description Of a call: its slot begins here and ends at `due`
                     */
                    from?: string;
                    /** @description To the customer, in your words; ours in their language without it */
                    message?: string;
                    /** @description Why; colleagues read it, the customer only what `message` says */
                    reason: string;
                    /** @description Sends nothing: the customer has been told in another way, which is written down */
                    told_otherwise?: boolean;
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
                    "application/json": components["schemas"]["Commitment"];
                };
            };
        };
    };
    readMoveText: {
        parameters: {
            query?: {
                /** @description The new time; without it the one that it has */
                due?: string;
                /** @description Of a call: its slot begins here and ends at `due` */
                from?: string;
            };
            header?: never;
            path: {
                commitment: number;
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
                        language: string;
                        /** @description false: nobody on the ticket can get mail */
                        mailable: boolean;
                        text: string;
                    };
                };
            };
        };
    };
    answerProposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                commitment: number;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description true: it is moved to the time that the customer asked for, and they are told */
                    accept: boolean;
                    told_otherwise?: boolean;
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
                    "application/json": components["schemas"]["Commitment"];
                };
            };
        };
    };
    reopenCommitment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                commitment: number;
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
                    "application/json": components["schemas"]["Commitment"];
                };
            };
        };
    };
    withdrawCommitment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                commitment: number;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason?: string;
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
                    "application/json": components["schemas"]["Commitment"];
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
                    bcc?: {
                        email: string;
                        name?: string;
                    }[];
                    /** @default [] */
                    cc?: {
                        email: string;
                        name?: string;
                    }[];
                    /**
                     * @description What sending it will change on the ticket
                     * @default {}
                     */
                    changes?: {
                        add_tags?: string[];
                        assignee?: number | null;
                        /** @description With what is known, tried and promised, put together from the ticket. But to a lead not together with `route`, `team` or `assignee` */
                        escalate?: {
                            /** @description What is wanted */
                            question: string;
                            /** @description One of them; `lead` is whoever leads there at the time, while the ticket stays where it is */
                            to: {
                                /** @enum {number} */
                                tier: 2 | 3;
                            } | {
                                team: number;
                            } | {
                                agent: number;
                            } | {
                                lead: null;
                            };
                        };
                        /** @description Custom fields by key: text, number, date as 2026-12-31, the key of an option, true or false; null takes the value away */
                        fields?: {
                            [key: string]: string | number | boolean | null;
                        };
                        /** @enum {string} */
                        kind?: "question" | "incident" | "problem" | "task" | "complaint" | "order";
                        /** @description An internal note beside it, plain text */
                        note?: string;
                        /** @enum {string} */
                        priority?: "low" | "normal" | "high" | "urgent";
                        /** @description Kept by whoever has the ticket then */
                        promise?: {
                            /** @description Hours in which the brand’s desk is open */
                            business?: boolean;
                            /** @description Within so many hours, from when the message goes out */
                            hours: number;
                            /** @description What is promised; the customer may read it */
                            text: string;
                        };
                        remove_tags?: string[];
                        /** @description Hand it to this team anew: nobody’s, for the team to take or be handed out. Not together with `team` or `assignee` */
                        route?: number;
                        /** @enum {string} */
                        status?: "open" | "pending" | "on_hold" | "solved";
                        team?: number | null;
                        /** @description Tell this webhook of it (`macro.used`): one of `macros` is a shared macro that names it. Of a message it hears when that goes out, and not at all where it is taken back before */
                        webhook?: number;
                    };
                    /** @default false */
                    forget_replaced?: boolean;
                    html: string;
                    /** @enum {string} */
                    kind: "public" | "note" | "forward" | "side";
                    /**
                     * @description The macros that this comes from, for their count of uses; those that do not fit are left out
                     * @default []
                     */
                    macros?: number[];
                    /** @default [] */
                    quoted?: number[];
                    /** @description `updated_at` of the draft that the writer had before them; another one that was saved meanwhile is kept in `replaced` */
                    seen?: string | null;
                    /** @description With the kind `side`: the side conversation that it answers */
                    side?: number;
                    /** @default  */
                    subject?: string;
                    /** @default null */
                    to?: {
                        email: string;
                        name?: string;
                    }[] | null;
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
                /** @description All without it */
                kind?: "public" | "note" | "forward" | "side";
                /** @description With the kind `side`: of this conversation */
                side?: number;
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
    listEscalations: {
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
                        items: components["schemas"]["Escalation"][];
                    };
                };
            };
        };
    };
    escalateTicket: {
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
                    /** @description Put together from the ticket without it */
                    known?: string;
                    /** @description Likewise */
                    promised?: string;
                    /** @description What is wanted */
                    question: string;
                    /** @description false: the customer is not told this time; where the brand does not want it they never are */
                    tell_customer?: boolean;
                    /** @description One of them; `lead` makes it hierarchical, the others functional */
                    to: {
                        /** @description The ticket’s own without it */
                        team?: number;
                        /** @enum {number} */
                        tier: 2 | 3;
                    } | {
                        agent: number;
                    } | {
                        team: number;
                    } | {
                        /** @description Null: a lead of the team who is there, else of the brand */
                        lead: number | null;
                    };
                    /** @description Likewise */
                    tried?: string;
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
                    "application/json": components["schemas"]["Escalation"];
                };
            };
        };
    };
    endEscalation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                escalation: number;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    explanation?: string;
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
                    "application/json": components["schemas"]["Escalation"];
                };
            };
        };
    };
    handBackEscalation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                escalation: number;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    explanation: string;
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
                    "application/json": components["schemas"]["Escalation"];
                };
            };
        };
    };
    withdrawEscalation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                escalation: number;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
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
                    "application/json": components["schemas"]["Escalation"];
                };
            };
        };
    };
    listExperts: {
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
                    "application/json": components["schemas"]["Experts"];
                };
            };
        };
    };
    listFollowers: {
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
                        items: components["schemas"]["AgentRef"][];
                    };
                };
            };
        };
    };
    followTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent: number;
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
                        items: components["schemas"]["AgentRef"][];
                    };
                };
            };
        };
    };
    unfollowTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent: number;
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
                        items: components["schemas"]["AgentRef"][];
                    };
                };
            };
        };
    };
    listTicketGuidelines: {
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
                        items: components["schemas"]["TicketGuideline"][];
                        /** @description More than fifty fit; the rest is left out */
                        more: boolean;
                    };
                };
            };
        };
    };
    draftHandOver: {
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
                    "application/json": components["schemas"]["HandOverDraft"];
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
    mergeTicket: {
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
                    /** @description The other ticket’s number */
                    into: number;
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
    addMessage: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send the request again: for two days a repeat with the same key is answered as the first, and done once (IETF draft-ietf-httpapi-idempotency-key-header). The same key for another request is refused with `key_reused`. */
                "idempotency-key"?: string;
            };
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    attachments?: number[];
                    /** @description Get it without the others seeing it, and do not take part */
                    bcc?: {
                        email: string;
                        name?: string;
                    }[];
                    /** @description People who get this, beside `to` or everybody, and take part from now on */
                    cc?: {
                        email: string;
                        name?: string;
                    }[];
                    /** @description What else is changed on the ticket along with it: both happen, or neither */
                    changes?: {
                        add_tags?: string[];
                        assignee?: number | null;
                        /** @description With what is known, tried and promised, put together from the ticket. But to a lead not together with `route`, `team` or `assignee` */
                        escalate?: {
                            /** @description What is wanted */
                            question: string;
                            /** @description One of them; `lead` is whoever leads there at the time, while the ticket stays where it is */
                            to: {
                                /** @enum {number} */
                                tier: 2 | 3;
                            } | {
                                team: number;
                            } | {
                                agent: number;
                            } | {
                                lead: null;
                            };
                        };
                        /** @description Custom fields by key: text, number, date as 2026-12-31, the key of an option, true or false; null takes the value away */
                        fields?: {
                            [key: string]: string | number | boolean | null;
                        };
                        /** @enum {string} */
                        kind?: "question" | "incident" | "problem" | "task" | "complaint" | "order";
                        /** @description An internal note beside it, plain text */
                        note?: string;
                        /** @enum {string} */
                        priority?: "low" | "normal" | "high" | "urgent";
                        /** @description Kept by whoever has the ticket then */
                        promise?: {
                            /** @description Hours in which the brand’s desk is open */
                            business?: boolean;
                            /** @description Within so many hours, from when the message goes out */
                            hours: number;
                            /** @description What is promised; the customer may read it */
                            text: string;
                        };
                        remove_tags?: string[];
                        /** @description Hand it to this team anew: nobody’s, for the team to take or be handed out. Not together with `team` or `assignee` */
                        route?: number;
                        team?: number | null;
                        /** @description Tell this webhook of it (`macro.used`): one of `macros` is a shared macro that names it. Of a message it hears when that goes out, and not at all where it is taken back before */
                        webhook?: number;
                    };
                    html?: string;
                    /** @enum {string} */
                    kind: "public" | "note";
                    /** @description The macros that this comes from, for their count of uses; those that do not fit are left out */
                    macros?: number[];
                    /** @description Gives the ticket its status although steps of its playbooks are missing (`steps_missing`); takes a lead */
                    override?: {
                        /** @description Stands in the timeline */
                        reason: string;
                    };
                    /** @description The newest message id that the writer has seen; a newer public one answers 409 conflict */
                    seen?: number;
                    /**
                     * Format: date-time
                     * @description Sends it later; takes the place of `undo_seconds`
                     */
                    send_at?: string;
                    /**
                     * @description The ticket’s status after it
                     * @enum {string}
                     */
                    status?: "open" | "pending" | "on_hold" | "solved";
                    /** @description This or html is needed */
                    text?: string;
                    /** @description Exactly these and `cc` get it; everybody who takes part without it */
                    to?: {
                        email: string;
                        name?: string;
                    }[];
                    /** @default 0 */
                    undo_seconds?: number;
                    /** @description With `send_at`: it is stopped if the customer writes before */
                    unless_answered?: boolean;
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
    getPlaceholderValues: {
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
                    "application/json": components["schemas"]["PlaceholderValues"];
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
    listRelatedTickets: {
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
                    "application/json": components["schemas"]["RelatedTickets"];
                };
            };
        };
    };
    getTicketRouting: {
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
                    "application/json": components["schemas"]["TicketRouting"];
                };
            };
        };
    };
    listTicketSatisfaction: {
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
                        items: components["schemas"]["Survey"][];
                    };
                };
            };
        };
    };
    listSideConversations: {
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
                        items: components["schemas"]["SideConversation"][];
                    };
                };
            };
        };
    };
    openSideConversation: {
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
                    /** @description Own uploads, and files of messages that one may see */
                    attachments?: number[];
                    /** @description Get this mail without the others seeing it, and do not take part */
                    bcc?: {
                        email: string;
                        name?: string;
                    }[];
                    cc?: {
                        email: string;
                        name?: string;
                    }[];
                    html?: string;
                    /**
                     * @description `forward` passes messages on, `question` asks
                     * @enum {string}
                     */
                    kind: "forward" | "question";
                    /** @description Public messages of the ticket that go along under the text */
                    quote?: number[];
                    /**
                     * Format: date-time
                     * @description Sends it later; takes the place of `undo_seconds`
                     */
                    send_at?: string;
                    subject: string;
                    /** @description This or html is needed; a forward may go without */
                    text?: string;
                    /** @description With `cc` at most 20 people */
                    to: {
                        email: string;
                        name?: string;
                    }[];
                    /** @default 0 */
                    undo_seconds?: number;
                    /** @description With `send_at`: it is stopped if somebody answers here before */
                    unless_answered?: boolean;
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
                    "application/json": components["schemas"]["SideConversation"];
                };
            };
        };
    };
    setTicketSkills: {
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
                    /** @description All that is said of this ticket; what its language, team or brand asks for counts beside it */
                    skills: {
                        /**
                         * @description 1 knows the basics, 3 works alone, 5 teaches others
                         * @default 1
                         */
                        level?: number;
                        /**
                         * @description `none`: not needed, whatever else would ask for it
                         * @enum {string}
                         */
                        need: "required" | "preferred" | "none";
                        skill: number;
                    }[];
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
                    "application/json": components["schemas"]["TicketRouting"];
                };
            };
        };
    };
    getTicketSla: {
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
                    "application/json": components["schemas"]["TicketSla"];
                };
            };
        };
    };
    splitTicket: {
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
                    /** @description A message from the customer */
                    message: number;
                    /** @description The message’s own without it */
                    subject?: string;
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
    listTicketSteps: {
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
                    "application/json": components["schemas"]["TicketSteps"];
                };
            };
        };
    };
    setTicketStep: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
                step: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    done: boolean;
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
                    "application/json": components["schemas"]["TicketSteps"];
                };
            };
        };
    };
    listSwarms: {
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
                        items: components["schemas"]["Swarm"][];
                    };
                };
            };
        };
    };
    askAlong: {
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
                    people?: number[];
                    question: string;
                    /** @description Everybody in it who works on the brand’s tickets */
                    team?: number;
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
                    "application/json": components["schemas"]["Swarm"];
                };
            };
        };
    };
    updateSwarm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
                swarm: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The answer that helped, as it is closed */
                    helpful?: number | null;
                    open: boolean;
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
                    "application/json": components["schemas"]["Swarm"];
                };
            };
        };
    };
    answerSwarm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
                swarm: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
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
                    "application/json": components["schemas"]["Swarm"];
                };
            };
        };
    };
    listTasks: {
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
                        items: components["schemas"]["Task"][];
                    };
                };
            };
        };
    };
    addTask: {
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
                    assignee?: number | null;
                    /** @description A day such as 2026-12-01, or a moment */
                    due?: (string) | null;
                    text: string;
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
                    "application/json": components["schemas"]["Task"];
                };
            };
        };
    };
    removeTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
                task: number;
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
                        items: components["schemas"]["Task"][];
                    };
                };
            };
        };
    };
    updateTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
                task: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Moves it behind this task of the ticket; null: to the beginning */
                    after?: number | null;
                    assignee?: number | null;
                    done?: boolean;
                    /** @description A day such as 2026-12-01, or a moment */
                    due?: (string) | null;
                    text?: string;
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
                    "application/json": components["schemas"]["Task"];
                };
            };
        };
    };
    listTime: {
        parameters: {
            query?: {
                /** @description Opaque; take it from next_cursor */
                cursor?: string;
                limit?: number;
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
                        agents: {
                            agent: components["schemas"]["AgentRef"];
                            seconds: number;
                        }[];
                        items: components["schemas"]["TimeEntry"][];
                        next_cursor: string | null;
                        total_seconds: number;
                    };
                };
            };
        };
    };
    addTime: {
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
                    /** @description What was written at its end */
                    message?: number;
                    note?: string;
                    seconds: number;
                    /**
                     * Format: date-time
                     * @description Without it: `seconds` ago
                     */
                    started_at?: string;
                    /** @description The caller’s own name of a stretch that was measured: told twice, it is one entry */
                    stretch?: string;
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
                        agents: {
                            agent: components["schemas"]["AgentRef"];
                            seconds: number;
                        }[];
                        items: components["schemas"]["TimeEntry"][];
                        next_cursor: string | null;
                        total_seconds: number;
                    };
                };
            };
        };
    };
    removeTime: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entry: number;
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
                        agents: {
                            agent: components["schemas"]["AgentRef"];
                            seconds: number;
                        }[];
                        items: components["schemas"]["TimeEntry"][];
                        next_cursor: string | null;
                        total_seconds: number;
                    };
                };
            };
        };
    };
    updateTime: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entry: number;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note?: string;
                    seconds?: number;
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
                    "application/json": {
                        agents: {
                            agent: components["schemas"]["AgentRef"];
                            seconds: number;
                        }[];
                        items: components["schemas"]["TimeEntry"][];
                        next_cursor: string | null;
                        total_seconds: number;
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
    unmergeTicket: {
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
                    "application/json": components["schemas"]["Ticket"];
                };
            };
        };
    };
    getTicketWork: {
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
                    "application/json": components["schemas"]["TicketWork"];
                };
            };
        };
    };
    getWrapUp: {
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
                    "application/json": components["schemas"]["TicketWrapUp"];
                };
            };
        };
    };
    writeWrapUp: {
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
                    cause?: string;
                    /**
                     * @description How far the matter was brought; `withdrawn`: the customer no longer wanted it
                     * @enum {string}
                     */
                    degree: "solved" | "partly" | "worked_around" | "not_solved" | "withdrawn";
                    minutes?: number | null;
                    resolution?: string;
                    /** @description The version that the writer had before them, 0 for none; 409 conflict when there is a newer one */
                    seen?: number;
                    /** @description A topic of the ticket’s brand or of all brands; must be named where there are any */
                    topic?: number | null;
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
                    "application/json": components["schemas"]["TicketWrapUp"];
                };
            };
        };
    };
    suggestWrapUp: {
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
                    "application/json": components["schemas"]["WrapUpSuggestion"];
                };
            };
        };
    };
    listWrapUpVersions: {
        parameters: {
            query?: {
                /** @description Opaque; take it from next_cursor */
                cursor?: string;
                limit?: number;
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
                        items: components["schemas"]["WrapUp"][];
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    listTokens: {
        parameters: {
            query?: {
                /** @description Opaque; take it from next_cursor */
                cursor?: string;
                limit?: number;
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
                        items: components["schemas"]["Token"][];
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    createToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date-time
                     * @description Never without it
                     */
                    expires_at?: string;
                    name: string;
                    /** @description Never more than these; without them all that you may do */
                    scopes?: ("tickets:read" | "tickets:write" | "customers:read" | "customers:write" | "mail:read" | "mail:write" | "mail:admin" | "settings:read" | "settings:admin" | "agents:read" | "agents:admin" | "events:read")[];
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
                    "application/json": components["schemas"]["NewToken"];
                };
            };
        };
    };
    removeToken: {
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
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    listTopics: {
        parameters: {
            query?: {
                /** @description Its own tree as well */
                brand?: number;
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
                        /** @description The tree of all brands, and the brand’s own where one was asked for */
                        items: components["schemas"]["TopicTree"][];
                    };
                };
            };
        };
    };
    replaceTopics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Whose tree; null: that of all brands, which takes somebody who sees them all */
                    brand: number | null;
                    /** @description The tree’s updated_at that the writer knows; 409 conflict when it has changed since */
                    seen?: string | null;
                    /** @description All topics in their order, each after its parent; one that is left out is archived */
                    topics: {
                        archived?: boolean;
                        /** @description Made from the label without it */
                        key?: string;
                        label: string;
                        labels?: {
                            da?: string;
                            en?: string;
                            es?: string;
                            pl?: string;
                            sv?: string;
                        };
                        parent?: string | null;
                    }[];
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
                    "application/json": {
                        /** @description The tree of all brands, and the brand’s own where one was asked for */
                        items: components["schemas"]["TopicTree"][];
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
    listWebhooks: {
        parameters: {
            query?: {
                /** @description Opaque; take it from next_cursor */
                cursor?: string;
                limit?: number;
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
                        items: components["schemas"]["Webhook"][];
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Only events of these brands, and those that belong to no brand; null: all brands that its owner sees */
                    brands?: number[] | null;
                    /** @description Only these types of events; null: all */
                    event_types?: ("ticket.created" | "ticket.updated" | "ticket.linked" | "ticket.unlinked" | "ticket.merged" | "ticket.unmerged" | "ticket.moved_away" | "ticket.snoozed" | "ticket.woken" | "ticket.followed" | "ticket.unfollowed" | "ticket.wrapped_up" | "sla.warning" | "sla.breached" | "sla.met" | "task.added" | "task.updated" | "task.removed" | "commitment.made" | "commitment.updated" | "commitment.moved" | "commitment.kept" | "commitment.withdrawn" | "commitment.reopened" | "commitment.due_soon" | "commitment.broken" | "commitment.agreed" | "commitment.proposed" | "commitment.declined" | "escalation.made" | "escalation.handed_back" | "escalation.withdrawn" | "escalation.ended" | "escalation.updated" | "swarm.asked" | "swarm.answered" | "swarm.closed" | "swarm.reopened" | "step.done" | "step.undone" | "steps.overridden" | "approval.asked" | "approval.answered" | "approval.expired" | "approval.withdrawn" | "survey.answered" | "survey.changed" | "time.added" | "time.updated" | "time.removed" | "message.added" | "message.queued" | "message.sent" | "message.failed" | "message.cancelled" | "message.bounced" | "message.delayed" | "side.updated" | "participant.added" | "participant.confirmed" | "participant.removed" | "customer.created" | "customer.updated" | "customer.removed" | "customer.merged" | "customer.unmerged" | "customer.kept_apart" | "organization.created" | "organization.updated" | "organization.removed" | "brand.created" | "brand.updated" | "calendar.created" | "calendar.updated" | "calendar.removed" | "sla_policy.created" | "sla_policy.updated" | "sla_policy.removed" | "inbox.created" | "inbox.updated" | "inbox.removed" | "field.created" | "field.updated" | "topics.updated" | "automation.created" | "automation.updated" | "automation.ran" | "macro.created" | "macro.updated" | "macro.used" | "satisfaction_settings.updated" | "guideline.created" | "guideline.updated" | "playbook.created" | "playbook.updated" | "approval_rule.created" | "approval_rule.updated" | "approval_rule.removed" | "team.created" | "team.updated" | "agent.created" | "agent.updated" | "availability.updated" | "time_off.added" | "time_off.removed" | "shift.added" | "shift.removed" | "skill.created" | "skill.updated" | "invitation.created" | "invitation.renewed" | "invitation.removed" | "saved_view.created" | "saved_view.updated" | "saved_view.removed" | "second_factor.added" | "second_factor.removed" | "second_factor.reset" | "passkey.added" | "passkey.removed" | "passkey.barred" | "token.created" | "token.removed" | "block.added" | "block.removed" | "webhook.created" | "webhook.updated" | "webhook.removed" | "workspace.updated" | "intake.failed" | "intake.retried" | "backup.requested" | "customer_import.created" | "customer_import.updated" | "customer_import.removed" | "bulk_change.created" | "bulk_change.updated")[] | null;
                    name: string;
                    /** @description https; it must lead to the open internet. Redirects are not followed */
                    url: string;
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
                    "application/json": components["schemas"]["NewWebhook"];
                };
            };
        };
    };
    getWebhook: {
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
                    "application/json": components["schemas"]["Webhook"];
                };
            };
        };
    };
    removeWebhook: {
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
            /** @description Nothing to say */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    updateWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Only events of these brands, and those that belong to no brand; null: all brands that its owner sees */
                    brands?: number[] | null;
                    /** @description Only these types of events; null: all */
                    event_types?: ("ticket.created" | "ticket.updated" | "ticket.linked" | "ticket.unlinked" | "ticket.merged" | "ticket.unmerged" | "ticket.moved_away" | "ticket.snoozed" | "ticket.woken" | "ticket.followed" | "ticket.unfollowed" | "ticket.wrapped_up" | "sla.warning" | "sla.breached" | "sla.met" | "task.added" | "task.updated" | "task.removed" | "commitment.made" | "commitment.updated" | "commitment.moved" | "commitment.kept" | "commitment.withdrawn" | "commitment.reopened" | "commitment.due_soon" | "commitment.broken" | "commitment.agreed" | "commitment.proposed" | "commitment.declined" | "escalation.made" | "escalation.handed_back" | "escalation.withdrawn" | "escalation.ended" | "escalation.updated" | "swarm.asked" | "swarm.answered" | "swarm.closed" | "swarm.reopened" | "step.done" | "step.undone" | "steps.overridden" | "approval.asked" | "approval.answered" | "approval.expired" | "approval.withdrawn" | "survey.answered" | "survey.changed" | "time.added" | "time.updated" | "time.removed" | "message.added" | "message.queued" | "message.sent" | "message.failed" | "message.cancelled" | "message.bounced" | "message.delayed" | "side.updated" | "participant.added" | "participant.confirmed" | "participant.removed" | "customer.created" | "customer.updated" | "customer.removed" | "customer.merged" | "customer.unmerged" | "customer.kept_apart" | "organization.created" | "organization.updated" | "organization.removed" | "brand.created" | "brand.updated" | "calendar.created" | "calendar.updated" | "calendar.removed" | "sla_policy.created" | "sla_policy.updated" | "sla_policy.removed" | "inbox.created" | "inbox.updated" | "inbox.removed" | "field.created" | "field.updated" | "topics.updated" | "automation.created" | "automation.updated" | "automation.ran" | "macro.created" | "macro.updated" | "macro.used" | "satisfaction_settings.updated" | "guideline.created" | "guideline.updated" | "playbook.created" | "playbook.updated" | "approval_rule.created" | "approval_rule.updated" | "approval_rule.removed" | "team.created" | "team.updated" | "agent.created" | "agent.updated" | "availability.updated" | "time_off.added" | "time_off.removed" | "shift.added" | "shift.removed" | "skill.created" | "skill.updated" | "invitation.created" | "invitation.renewed" | "invitation.removed" | "saved_view.created" | "saved_view.updated" | "saved_view.removed" | "second_factor.added" | "second_factor.removed" | "second_factor.reset" | "passkey.added" | "passkey.removed" | "passkey.barred" | "token.created" | "token.removed" | "block.added" | "block.removed" | "webhook.created" | "webhook.updated" | "webhook.removed" | "workspace.updated" | "intake.failed" | "intake.retried" | "backup.requested" | "customer_import.created" | "customer_import.updated" | "customer_import.removed" | "bulk_change.created" | "bulk_change.updated")[] | null;
                    name?: string;
                    /** @enum {string} */
                    status?: "active" | "paused";
                    /**
                     * @description Become its owner: from now on it hears of what you may see
                     * @enum {boolean}
                     */
                    take_over?: true;
                    /** @description https; it must lead to the open internet. Redirects are not followed */
                    url?: string;
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
                    "application/json": components["schemas"]["Webhook"];
                };
            };
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                /** @description Opaque; take it from next_cursor */
                cursor?: string;
                limit?: number;
                state?: "waiting" | "delivered" | "failed" | "dropped";
            };
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
                    "application/json": {
                        items: components["schemas"]["WebhookDelivery"][];
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    replayWebhookDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                delivery: number;
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
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
        };
    };
    replayWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date-time
                     * @description All that have been given up on and are not older than this, the oldest first, at most 1,000
                     */
                    since: string;
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
                    "application/json": {
                        /** @description There are more: ask again */
                        more: boolean;
                        replayed: number;
                    };
                };
            };
        };
    };
    restoreWebhook: {
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
                    "application/json": components["schemas"]["Webhook"];
                };
            };
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description For so long the old secret signs as well
                     * @default 24
                     */
                    overlap_hours?: number;
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
                    "application/json": components["schemas"]["NewWebhook"];
                };
            };
        };
    };
    testWebhook: {
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
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
        };
    };
    listWebhookEventTypes: {
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
                    "application/json": {
                        items: ("ticket.created" | "ticket.updated" | "ticket.linked" | "ticket.unlinked" | "ticket.merged" | "ticket.unmerged" | "ticket.moved_away" | "ticket.snoozed" | "ticket.woken" | "ticket.followed" | "ticket.unfollowed" | "ticket.wrapped_up" | "sla.warning" | "sla.breached" | "sla.met" | "task.added" | "task.updated" | "task.removed" | "commitment.made" | "commitment.updated" | "commitment.moved" | "commitment.kept" | "commitment.withdrawn" | "commitment.reopened" | "commitment.due_soon" | "commitment.broken" | "commitment.agreed" | "commitment.proposed" | "commitment.declined" | "escalation.made" | "escalation.handed_back" | "escalation.withdrawn" | "escalation.ended" | "escalation.updated" | "swarm.asked" | "swarm.answered" | "swarm.closed" | "swarm.reopened" | "step.done" | "step.undone" | "steps.overridden" | "approval.asked" | "approval.answered" | "approval.expired" | "approval.withdrawn" | "survey.answered" | "survey.changed" | "time.added" | "time.updated" | "time.removed" | "message.added" | "message.queued" | "message.sent" | "message.failed" | "message.cancelled" | "message.bounced" | "message.delayed" | "side.updated" | "participant.added" | "participant.confirmed" | "participant.removed" | "customer.created" | "customer.updated" | "customer.removed" | "customer.merged" | "customer.unmerged" | "customer.kept_apart" | "organization.created" | "organization.updated" | "organization.removed" | "brand.created" | "brand.updated" | "calendar.created" | "calendar.updated" | "calendar.removed" | "sla_policy.created" | "sla_policy.updated" | "sla_policy.removed" | "inbox.created" | "inbox.updated" | "inbox.removed" | "field.created" | "field.updated" | "topics.updated" | "automation.created" | "automation.updated" | "automation.ran" | "macro.created" | "macro.updated" | "macro.used" | "satisfaction_settings.updated" | "guideline.created" | "guideline.updated" | "playbook.created" | "playbook.updated" | "approval_rule.created" | "approval_rule.updated" | "approval_rule.removed" | "team.created" | "team.updated" | "agent.created" | "agent.updated" | "availability.updated" | "time_off.added" | "time_off.removed" | "shift.added" | "shift.removed" | "skill.created" | "skill.updated" | "invitation.created" | "invitation.renewed" | "invitation.removed" | "saved_view.created" | "saved_view.updated" | "saved_view.removed" | "second_factor.added" | "second_factor.removed" | "second_factor.reset" | "passkey.added" | "passkey.removed" | "passkey.barred" | "token.created" | "token.removed" | "block.added" | "block.removed" | "webhook.created" | "webhook.updated" | "webhook.removed" | "workspace.updated" | "intake.failed" | "intake.retried" | "backup.requested" | "customer_import.created" | "customer_import.updated" | "customer_import.removed" | "bulk_change.created" | "bulk_change.updated")[];
                    };
                };
            };
        };
    };
    getWorkspace: {
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
                    "application/json": components["schemas"]["Workspace"];
                };
            };
        };
    };
    updateWorkspace: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    account_first?: boolean;
                    close_after_hours?: number;
                    country?: string | null;
                    /** @enum {string} */
                    default_language?: "en" | "sv" | "es" | "da" | "pl";
                    hours?: {
                        from: string;
                        /** @description At or before `from`: on the day after */
                        to: string;
                    }[][] | null;
                    name?: string;
                    /** @description For owners only */
                    second_factor_roles?: ("client" | "viewer" | "agent" | "lead" | "admin" | "owner")[];
                    time_tracking?: boolean;
                    time_zone?: string;
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
                    "application/json": components["schemas"]["Workspace"];
                };
            };
        };
    };
    listWrapUps: {
        parameters: {
            query?: {
                brand?: number;
                /** @description Opaque; take it from next_cursor */
                cursor?: string;
                degree?: "solved" | "partly" | "worked_around" | "not_solved" | "withdrawn";
                /** @description Solved then or later */
                from?: string;
                limit?: number;
                /** @description It and what hangs on it */
                topic?: number;
                /** @description Solved before */
                until?: string;
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
                        items: components["schemas"]["ListedWrapUp"][];
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    sumWrapUps: {
        parameters: {
            query: {
                brand?: number;
                /** @description In UTC, such as 2026-12-31 */
                from: string;
                /** @description This day included; at most 366 days */
                until: string;
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
                    "application/json": components["schemas"]["WrapUpSums"];
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
    receiveEvent: {
        parameters: {
            query?: never;
            header: {
                "webhook-id": string;
                /** @description `v1,` and base64 of HMAC-SHA256 over `id.timestamp.body`; several with a space between them while a secret gives way to another */
                "webhook-signature": string;
                /** @description When it was sent: Unix time in seconds */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["WebhookPayload"];
            };
        };
        responses: {
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nothing more is wanted: the webhook is stopped */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
