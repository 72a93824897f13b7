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
        <source>Session of %1 reopened, with %n result(s). To start another one, choose “New session” in the File menu.</source>
        <translation>
            <numerusform>Session of %1 reopened, with %n result. To start another one, choose “New session” in the File menu.</numerusform>
            <numerusform>Session of %1 reopened, with %n results. To start another one, choose “New session” in the File menu.</numerusform>
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
