// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

import QtQuick
import QtTest
import SmartCaptcha

CaptchaTestCase {
    id: test

    name: "Verifier"

    function test_properties(): void {
        const verifier = makeVerifier();
        const spies = ["backendUrlChanged", "timeoutChanged", "policyChanged", "methodChanged",
                       "reuseCheckEnabledChanged", "http2EnabledChanged", "serviceChanged"].map(name => spy(verifier, name));
        compare(String(verifier.backendUrl), String(bench.backendUrl));
        compare(verifier.timeout, 5000);
        compare(verifier.method, SmartCaptchaVerifier.Method.Post);
        for (let i = 0; i < 2; ++i) {
            verifier.backendUrl = "https://shop.example/captcha";
            verifier.timeout = 1234;
            verifier.policy = SmartCaptcha.serviceAdvicePolicy();
            verifier.method = SmartCaptchaVerifier.Method.Get;
            verifier.reuseCheckEnabled = !(i === 0 ? verifier.reuseCheckEnabled : !verifier.reuseCheckEnabled);
            verifier.http2Enabled = !(i === 0 ? verifier.http2Enabled : !verifier.http2Enabled);
            verifier.service = SmartCaptcha.service(bench.serviceUrl);
        }
        for (const changes of spies)
            compare(changes.count, 1, changes.signalName);
        compare(verifier.policy, SmartCaptcha.serviceAdvicePolicy());
        verifier.policy.allowedHosts = ["example.com"];
        compare(verifier.policy.allowedHosts, ["example.com"]);
        compare(String(verifier.service.validateUrl), bench.serviceUrl + "/validate");
    }

    function test_verify(): void {
        const verifier = makeVerifier();
        const finished = spy(verifier, "finished");
        const accepted = spy(verifier, "accepted");
        const rejected = spy(verifier, "rejected");
        const reply = verifier.verify(bench.issueToken(), "192.0.2.1");
        verify(!reply.isFinished);
        let results = [];
        reply.finished.connect(result => results.push(result));
        tryCompare(finished, "count", 1, patience);
        compare(results.length, 1);
        const result = finished.signalArguments[0][0];
        compare(result.verdict, SmartCaptchaResult.Verdict.Human);
        compare(result.host, "example.com");
        compare(result.httpStatus, 200);
        verify(result.elapsed >= 0);
        compare(accepted.count, 1);
        compare(rejected.count, 0);
        verifier.verify("");
        tryCompare(rejected, "count", 1, patience);
        compare(rejected.signalArguments[0][0].error, SmartCaptchaResult.Error.InvalidRequest);
    }

    function test_policies_data(): var {
        return [{"tag": "service's advice", "strict": false}, {"tag": "strict", "strict": true}];
    }

    function test_policies(row: var): void {
        verify(bench.setScenario("http-500"));
        const verifier = makeVerifier();
        verifier.policy = row.strict ? SmartCaptcha.strictPolicy() : SmartCaptcha.serviceAdvicePolicy();
        const finished = spy(verifier, "finished");
        verifier.verify(bench.issueToken());
        tryCompare(finished, "count", 1, patience);
        const result = finished.signalArguments[0][0];
        compare(result.error, SmartCaptchaResult.Error.HttpStatus);
        compare(result.verdict, SmartCaptchaResult.Verdict.Undetermined);
        compare(result.accepted, !row.strict);
    }

    function test_headers(): void {
        const verifier = makeVerifier();
        const finished = spy(verifier, "finished");
        verify(verifier.setExtraHeader("Authorization", "Bearer \u20ac"));
        verify(!verifier.setExtraHeader("Host", "example.com"));
        verify(!verifier.setExtraHeader("X-Broken", "a\r\nb"));
        verifier.verify(bench.issueToken());
        tryCompare(finished, "count", 1, patience);
        compare(bench.header("/backend/verify", "Authorization"), "Bearer \u20ac");
        verify(verifier.setExtraHeader("Authorization", ""));
        verifier.verify(bench.issueToken());
        tryCompare(finished, "count", 2, patience);
        compare(bench.header("/backend/verify", "Authorization"), "");
    }

    function test_noServerKeyFromQml(): void {
        const verifier = makeVerifier();
        verifier.backendUrl = "";
        const rejected = spy(verifier, "rejected");
        verifier.verify(bench.issueToken());
        tryCompare(rejected, "count", 1, patience);
        compare(rejected.signalArguments[0][0].error, SmartCaptchaResult.Error.MissingServerKey);
    }
}
