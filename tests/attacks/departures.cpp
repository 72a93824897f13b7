// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "attack.h"

namespace {

/// Leaves for another document; whether the page stays or fails does not matter, as long as nothing arrives.
/// The page may be gone after that, so it says before that it is about to, and afterwards only if that has
/// failed.
Attack leaving(const char *how, const QByteArray &script, const QByteArray &markup = {})
{
    return Attack{.name = QByteArray("leaves by ") + how,
                  .script = "begun = () => { setTimeout(done, 200); ran(); try { " + script
                      + " } catch (problem) { mistake(problem); report('threw'); } };",
                  .markup = markup,
                  .watch = 400,
                  .isSkippedIfMissing = true};
}

} // namespace

// A page that wants to be somewhere else.
QList<Attack> attacksToLeave()
{
    QList<Attack> attacks;
    attacks << leaving("location.href", "location.href = 'ELSEWHERE/href';");
    attacks << leaving("location.href, to where links may lead",
                       "location.href = 'https://example.com/'; setTimeout(() => {"
                       "location.href = 'https://example.com/again'; }, 100);");
    attacks << leaving("location.replace()", "location.replace('ELSEWHERE/replace');");
    attacks << leaving("document.write() of a refresh",
                       "document.write('<meta http-equiv=refresh content=\"0; url=ELSEWHERE/refresh\">');");
    attacks << leaving("a refresh in its head",
                       "const m = document.createElement('meta'); m.httpEquiv = 'refresh';"
                       "m.content = '0; url=ELSEWHERE/refresh'; document.head.append(m);");
    attacks << leaving("a form", "document.forms[0].submit();",
                       "<form action='ELSEWHERE/form'><input name=a value=b></form>");
    attacks << leaving("a form that posts", "document.forms[0].submit();",
                       "<form method=post action='ELSEWHERE/form'><input name=a value=b></form>");
    attacks << leaving(
        "a form for a new window", "document.forms[0].submit();",
        "<form method=post target=_blank action='ELSEWHERE/form'><input name=a value=b></form>");
    attacks << leaving("a link that a script clicks", "document.links[0].click();",
                       "<a href='ELSEWHERE/link'>link</a>");
    attacks << leaving("a link for a new window that a script clicks", "document.links[0].click();",
                       "<a href='ELSEWHERE/link' target=_blank>link</a>");
    attacks << leaving(
        "a made-up click event",
        "document.links[0].dispatchEvent(new MouseEvent('click', {bubbles: true, ctrlKey: true}));",
        "<a href='https://example.com/made-up'>link</a>");
    attacks << leaving("another base address",
                       "const b = document.createElement('base'); b.href = 'ELSEWHERE/';"
                       "document.head.prepend(b); location.href = 'relative';");
    attacks << leaving("open()", "open('ELSEWHERE/open');");
    attacks << leaving("open() into itself", "open('ELSEWHERE/open', '_self');");
    attacks << leaving("open() of an empty window",
                       "const w = open(''); if (w) w.location = 'ELSEWHERE/empty';");
    attacks << leaving("a thousand open()", "for (let i = 0; i < 1000; ++i) open('ELSEWHERE/open' + i);");
    for (const char *scheme :
         {"mailto:a@b.example", "tel:1", "ms-settings:", "steam://run/1", "intent://x#Intent;end",
          "file:///etc/passwd", "view-source:https://example.com/", "chrome://gpu", "chrome://crash",
          "chrome://kill", "devtools://devtools/bundled/inspector.html", "qrc:/", "about:srcdoc",
          "javascript:fetch('/x')",
          "data:text/html,<script>fetch('ELSEWHERE/data',{mode:'no-cors'})<\\/script>"}) {
        const QByteArray where = scheme;
        attacks << leaving(scheme, "location.href = \"" + where + "\";");
    }
    attacks << leaving("a blob",
                       "location.href = URL.createObjectURL(new Blob(['<script>fetch(\"ELSEWHERE/blob\","
                       "{mode: \"no-cors\"})<\\/script>'], {type: 'text/html'}));");
    for (const char *scheme :
         {"mailto:a@b.example", "steam://run/1", "file:///etc/passwd", "chrome://crash"}) {
        attacks << leaving((QByteArray("a frame with ") + scheme).constData(),
                           "const f = document.createElement('iframe'); f.src = '" + QByteArray(scheme)
                               + "'; document.body.append(f);");
    }
    attacks << leaving("a frame from elsewhere",
                       "const f = document.createElement('iframe'); f.src = 'ELSEWHERE/frame';"
                       "document.body.append(f);");
    attacks << leaving("an object from elsewhere",
                       "const o = document.createElement('object'); o.data = 'ELSEWHERE/object';"
                       "o.type = 'text/html'; document.body.append(o);");
    attacks << leaving("an embed from elsewhere",
                       "const o = document.createElement('embed'); o.src = 'ELSEWHERE/embed';"
                       "o.type = 'text/html'; document.body.append(o);");
    attacks << leaving("a frame that moves its parent",
                       "const f = document.createElement('iframe'); f.srcdoc ="
                       "'<script>top.location = \"ELSEWHERE/top\"<\\/script>'; document.body.append(f);");
    attacks << leaving("an empty frame that goes elsewhere",
                       "const f = document.body.appendChild(document.createElement('iframe'));"
                       "f.contentWindow.location = 'ELSEWHERE/empty';");
    attacks << leaving("going back", "history.pushState({}, '', '/other'); history.back(); history.go(-5);");
    attacks << leaving("reloading itself", "history.pushState({}, '', '/done'); location.reload();");
    attacks << Attack{.name = "redirect of the server",
                      .script = "",
                      .prepare =
                          [](HostileSite &site) {
                              site.respond(
                                  "/page",
                                  ScriptedServer::answer("", "302 Found",
                                                         "Location: " + site.elsewhere.url().toEncoded()
                                                             + "/redirect\r\n"));
                          },
                      .isSilent = true,
                      .proof = {"/page"},
                      .deadline = 3000};
    attacks << Attack{
        .name = "refresh by the server",
        .script = "",
        .prepare =
            [](HostileSite &site) {
                site.respond("/page",
                             ScriptedServer::answer("<html><body>hello</body></html>", "200 OK",
                                                    "Content-Type: text/html\r\nRefresh: 0; url="
                                                        + site.elsewhere.url().toEncoded() + "/refresh\r\n"));
            },
        .mayStayReady = true,
        .isSilent = true,
        .proof = {"/page"},
        .deadline = 3000};
    for (const char *type :
         {"application/pdf", "application/octet-stream", "application/zip", "image/svg+xml"}) {
        const QByteArray contentType = type;
        attacks << Attack{.name = "a page of the type " + contentType,
                          .script = "",
                          .prepare =
                              [contentType](HostileSite &site) {
                                  site.add("/page", contentType,
                                           "<svg xmlns='http://www.w3.org/2000/svg'><script>"
                                           "location.href = 'ELSEWHERE/svg'</script></svg>");
                              },
                          .mayStayReady = true,
                          .isSilent = true,
                          .proof = {"/page"},
                          .deadline = 3000};
    }
    attacks << Attack{.name = "a page that is to be saved",
                      .script = "",
                      .prepare =
                          [](HostileSite &site) {
                              site.respond("/page",
                                           ScriptedServer::answer("evil", "200 OK",
                                                                  "Content-Type: text/html\r\n"
                                                                  "Content-Disposition: attachment; "
                                                                  "filename=evil.desktop\r\n"));
                          },
                      .isSilent = true,
                      .proof = {"/page"},
                      .deadline = 3000};
    attacks << leaving("saving a file",
                       "const a = document.createElement('a'); a.download = 'evil.desktop'; a.href ="
                       "URL.createObjectURL(new Blob(['evil'])); document.body.append(a);"
                       "for (let i = 0; i < 20; ++i) a.click();");
    return attacks;
}
