<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>HarnessStatus</name>
    <message numerus="yes">
        <source>of %n scenario(s)</source>
        <translation>
            <numerusform>of %n scenario</numerusform>
            <numerusform>of %n scenarios</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HarnessWindow</name>
    <message numerus="yes">
        <source>The session of %1 is open again, with %n result(s). “New session” in the file menu begins another one.</source>
        <translation>
            <numerusform>The session of %1 is open again, with %n result. “New session” in the file menu begins another one.</numerusform>
            <numerusform>The session of %1 is open again, with %n results. “New session” in the file menu begins another one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2, %n result(s)</source>
        <comment>date: profile</comment>
        <translation>
            <numerusform>%1: %2, %n result</numerusform>
            <numerusform>%1: %2, %n results</numerusform>
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
