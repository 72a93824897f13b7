<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
        <source>%n profile(s) in it cannot be understood.</source>
        <translation>
            <numerusform>%n profile in it cannot be understood.</numerusform>
            <numerusform>%n profiles in it cannot be understood.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Qa::ScenarioRun</name>
    <message numerus="yes">
        <source>It was not over after %n second(s). %1</source>
        <translation>
            <numerusform>It was not over after %n second. %1</numerusform>
            <numerusform>It was not over after %n seconds. %1</numerusform>
        </translation>
    </message>
</context>
</TS>
