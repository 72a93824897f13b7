<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>DemoWindow</name>
    <message numerus="yes">
        <source>A token of %n character(s)</source>
        <translation>
            <numerusform>A token of %n character</numerusform>
            <numerusform>A token of %n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProfilesDialog</name>
    <message numerus="yes">
        <source>Remove %n profile(s)?</source>
        <translation>
            <numerusform>Remove %n profile?</numerusform>
            <numerusform>Remove %n profiles?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TokenCard</name>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
</context>
</TS>
