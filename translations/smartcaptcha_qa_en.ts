<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Qa::EventText</name>
    <message numerus="yes">
        <source>A token of %n character(s)</source>
        <translation>
            <numerusform>A token of %n character</numerusform>
            <numerusform>A token of %n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Qa::HtmlReport</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Qa::ProfileFile</name>
    <message numerus="yes">
        <source>%n profile(s) could not be read.</source>
        <translation>
            <numerusform>%n profile could not be read.</numerusform>
            <numerusform>%n profiles could not be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Qa::ScenarioRun</name>
    <message numerus="yes">
        <source>The scenario did not finish within %n second(s). %1</source>
        <translation>
            <numerusform>The scenario did not finish within %n second. %1</numerusform>
            <numerusform>The scenario did not finish within %n seconds. %1</numerusform>
        </translation>
    </message>
</context>
</TS>
