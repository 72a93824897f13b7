<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>CaptchaAccessibility</name>
    <message>
        <source>Captcha</source>
        <translation>Капча</translation>
    </message>
    <message>
        <source>Confirms that you are not a robot</source>
        <translation>Проверка, что вы не робот</translation>
    </message>
</context>
<context>
    <name>CaptchaSheet</name>
    <message>
        <source>Confirm that you are not a robot</source>
        <translation>Подтвердите, что вы не робот</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>SmartCaptcha::Internal::CaptchaStatus</name>
    <message>
        <source>Try again</source>
        <translation>Попробовать ещё раз</translation>
    </message>
    <message>
        <source>Loads the captcha again</source>
        <translation>Загружает капчу заново</translation>
    </message>
    <message>
        <source>Show the captcha</source>
        <translation>Показать капчу</translation>
    </message>
    <message>
        <source>Loads the captcha</source>
        <translation>Загружает капчу</translation>
    </message>
    <message>
        <source>Loading the captcha…</source>
        <translation>Капча загружается…</translation>
    </message>
    <message>
        <source>A task has opened. Solve it to confirm that you are not a robot.</source>
        <translation>Открылось задание. Выполните его, чтобы подтвердить, что вы не робот.</translation>
    </message>
    <message>
        <source>You have passed the check.</source>
        <translation>Проверка пройдена.</translation>
    </message>
    <message>
        <source>The check has expired. Please do it again.</source>
        <translation>Срок проверки истёк. Пройдите её ещё раз.</translation>
    </message>
    <message>
        <source>Checks the captcha again</source>
        <translation>Проверяет капчу ещё раз</translation>
    </message>
</context>
<context>
    <name>SmartCaptcha::Internal::ChallengePopup</name>
    <message>
        <source>Confirm that you are not a robot</source>
        <translation>Подтвердите, что вы не робот</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>SmartCaptchaDialog</name>
    <message>
        <source>One moment, please…</source>
        <translation>Одну минуту…</translation>
    </message>
    <message>
        <source>Confirm that you are not a robot</source>
        <translation>Подтвердите, что вы не робот</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>SmartCaptchaEmulator</name>
    <message>
        <source>A token at the first click; the verdict is human.</source>
        <translation>Токен при первом же нажатии; вердикт: человек.</translation>
    </message>
    <message>
        <source>Every click leads to a challenge; the verdict is human.</source>
        <translation>После каждого нажатия появляется задание; вердикт: человек.</translation>
    </message>
    <message>
        <source>A token at the first click; the verdict is robot.</source>
        <translation>Токен при первом же нажатии; вердикт: робот.</translation>
    </message>
    <message>
        <source>Every token is refused as expired.</source>
        <translation>Каждый токен отвергается как просроченный.</translation>
    </message>
    <message>
        <source>Every token is refused as asked about before.</source>
        <translation>Каждый токен отвергается как уже использованный.</translation>
    </message>
    <message>
        <source>The verdict is human with an empty host.</source>
        <translation>Вердикт: человек, поле host пустое.</translation>
    </message>
    <message>
        <source>The verdict is human; the host has the port 8080.</source>
        <translation>Вердикт: человек; в поле host есть порт 8080.</translation>
    </message>
    <message>
        <source>The verdict is human without any host, as older answers were.</source>
        <translation>Вердикт: человек; поля host нет, как в прежних ответах.</translation>
    </message>
    <message>
        <source>Every server key is refused as wrong.</source>
        <translation>Каждый ключ сервера отвергается как неверный.</translation>
    </message>
    <message>
        <source>Restricted mode: every token is accepted, and the widget says so.</source>
        <translation>Ограниченный режим: принимается любой токен, и виджет об этом сообщает.</translation>
    </message>
    <message>
        <source>Validation answers with status 500.</source>
        <translation>Проверка отвечает статусом 500.</translation>
    </message>
    <message>
        <source>Validation answers with status 403.</source>
        <translation>Проверка отвечает статусом 403.</translation>
    </message>
    <message>
        <source>Validation answers with status 429.</source>
        <translation>Проверка отвечает статусом 429.</translation>
    </message>
    <message>
        <source>Validation answers with a redirect to a page that says yes.</source>
        <translation>Проверка перенаправляет на страницу, которая отвечает «да».</translation>
    </message>
    <message>
        <source>Validation answers as for a human, but late.</source>
        <translation>Проверка отвечает как о человеке, но с опозданием.</translation>
    </message>
    <message>
        <source>Validation answers one byte at a time.</source>
        <translation>Проверка отвечает по одному байту.</translation>
    </message>
    <message>
        <source>Validation never answers; the connection stays open.</source>
        <translation>Проверка не отвечает, соединение остаётся открытым.</translation>
    </message>
    <message>
        <source>Validation sends half of its answer and closes the connection.</source>
        <translation>Проверка отправляет половину ответа и закрывает соединение.</translation>
    </message>
    <message>
        <source>Validation answers with a text that claims to be JSON.</source>
        <translation>Проверка отвечает текстом, который выдаёт себя за JSON.</translation>
    </message>
    <message>
        <source>Validation answers with a web page.</source>
        <translation>Проверка отвечает веб-страницей.</translation>
    </message>
    <message>
        <source>Validation answers with four megabytes of valid JSON.</source>
        <translation>Проверка отвечает четырьмя мегабайтами правильного JSON.</translation>
    </message>
    <message>
        <source>The widget&apos;s script is not found.</source>
        <translation>Скрипт виджета не найден.</translation>
    </message>
    <message>
        <source>The widget&apos;s script is no JavaScript.</source>
        <translation>Скрипт виджета — не JavaScript.</translation>
    </message>
    <message>
        <source>The widget&apos;s script comes late.</source>
        <translation>Скрипт виджета приходит с опозданием.</translation>
    </message>
    <message>
        <source>The widget&apos;s script never comes.</source>
        <translation>Скрипт виджета не приходит.</translation>
    </message>
    <message>
        <source>The script comes, the widget&apos;s frames never do.</source>
        <translation>Скрипт приходит, а фреймы виджета — нет.</translation>
    </message>
    <message>
        <source>The script comes, the widget&apos;s frames are error pages with status 500.</source>
        <translation>Скрипт приходит, а вместо фреймов виджета — страницы ошибки со статусом 500.</translation>
    </message>
    <message>
        <source>The widget loses its connection at the click.</source>
        <translation>Виджет теряет связь при нажатии.</translation>
    </message>
    <message>
        <source>The widget fails with an error at the click.</source>
        <translation>При нажатии в виджете происходит ошибка.</translation>
    </message>
    <message>
        <source>The token expires in the page after a moment.</source>
        <translation>Токен истекает на странице через мгновение.</translation>
    </message>
    <message>
        <source>The widget succeeds with an empty token.</source>
        <translation>Виджет сообщает об успехе с пустым токеном.</translation>
    </message>
    <message>
        <source>The page&apos;s renderer process dies at the click.</source>
        <translation>Процесс, который рисует страницу, завершается при нажатии.</translation>
    </message>
    <message>
        <source>The widget refuses to work on any site.</source>
        <translation>Виджет отказывается работать на любом сайте.</translation>
    </message>
</context>
<context>
    <name>SmartCaptchaError</name>
    <message>
        <source>The captcha is not set up correctly. Please contact the developers of this program.</source>
        <translation>Капча настроена неправильно. Сообщите об этом разработчикам программы.</translation>
    </message>
    <message>
        <source>A component that shows the captcha is missing. Reinstalling this program may help.</source>
        <translation>В программе нет компонента, который показывает капчу. Попробуйте переустановить программу.</translation>
    </message>
    <message>
        <source>The captcha could not be loaded. Check your internet connection and try again.</source>
        <translation>Не удалось загрузить капчу. Проверьте подключение к интернету и попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>The captcha is taking too long to load. Check your internet connection and try again.</source>
        <translation>Капча загружается слишком долго. Проверьте подключение к интернету и попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>The connection to the captcha service was lost. Check your internet connection and try again.</source>
        <translation>Связь с сервисом капчи прервалась. Проверьте подключение к интернету и попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>The captcha stopped because of an error. Please try again.</source>
        <translation>В работе капчи произошла ошибка. Попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>The connection to the captcha service is not secure, so the captcha was not loaded. Check the date and time on this computer and the network it is connected to.</source>
        <translation>Соединение с сервисом капчи не защищено, поэтому капча не загружена. Проверьте дату и время на компьютере, а также сеть, к которой он подключён.</translation>
    </message>
    <message>
        <source>The captcha stopped unexpectedly. Please try again.</source>
        <translation>Капча неожиданно завершила работу. Попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>Time is up. Please try again.</source>
        <translation>Время вышло. Попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>The captcha returned an invalid response. Please try again.</source>
        <translation>Капча вернула ответ, который нельзя использовать. Попробуйте ещё раз.</translation>
    </message>
</context>
<context>
    <name>SmartCaptchaKeyStoreResult</name>
    <message>
        <source>There is no key of this name in the keychain.</source>
        <translation>В связке ключей нет ключа с таким именем.</translation>
    </message>
    <message>
        <source>The keychain is locked, or access to it was refused. Unlock it and try again.</source>
        <translation>Связка ключей заблокирована, или доступ к ней запрещён. Разблокируйте её и попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>No keychain can be used on this computer at the moment.</source>
        <translation>На этом компьютере сейчас нет доступной связки ключей.</translation>
    </message>
    <message>
        <source>The keychain does not answer. It may be waiting to be unlocked.</source>
        <translation>Связка ключей не отвечает. Возможно, она ждёт, пока её разблокируют.</translation>
    </message>
    <message>
        <source>The keychain reported an error.</source>
        <translation>Связка ключей сообщила об ошибке.</translation>
    </message>
</context>
<context>
    <name>SmartCaptchaPopup</name>
    <message>
        <source>One moment, please…</source>
        <translation>Одну минуту…</translation>
    </message>
</context>
<context>
    <name>SmartCaptchaResult</name>
    <message>
        <source>You have passed the captcha.</source>
        <translation>Капча пройдена.</translation>
    </message>
    <message>
        <source>You did not pass the captcha. Please try again.</source>
        <translation>Капча не пройдена. Попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>The captcha is not set up yet. Please contact the developers of this program.</source>
        <translation>Капча ещё не настроена. Сообщите об этом разработчикам программы.</translation>
    </message>
    <message>
        <source>Too much time has passed since you solved the captcha. Please solve it again.</source>
        <translation>После прохождения капчи прошло слишком много времени. Пройдите её ещё раз.</translation>
    </message>
    <message>
        <source>This captcha has already been used. Please solve it again.</source>
        <translation>Эта капча уже использована. Пройдите её ещё раз.</translation>
    </message>
    <message>
        <source>Checking the captcha took too long. Please try again in a moment.</source>
        <translation>Проверка капчи заняла слишком много времени. Попробуйте ещё раз чуть позже.</translation>
    </message>
    <message>
        <source>Checking the captcha was canceled.</source>
        <translation>Проверка капчи отменена.</translation>
    </message>
    <message>
        <source>The captcha could not be checked. Check your internet connection and try again.</source>
        <translation>Не удалось проверить капчу. Проверьте подключение к интернету и попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>The captcha could not be checked over a secure connection. Check the date on this computer and the network it is connected to, and try again.</source>
        <translation>Не удалось проверить капчу по защищённому соединению. Проверьте дату на компьютере и сеть, к которой он подключён, и попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>The captcha is not available right now. Please try again later.</source>
        <translation>Капча сейчас не работает. Попробуйте позже.</translation>
    </message>
    <message>
        <source>This captcha was solved somewhere else. Please solve it again.</source>
        <translation>Эта капча пройдена не здесь. Пройдите её ещё раз.</translation>
    </message>
    <message>
        <source>The captcha could not be checked. Please solve it again; if that does not help, contact the developers of this program.</source>
        <translation>Не удалось проверить капчу. Пройдите её ещё раз, а если не поможет, сообщите разработчикам программы.</translation>
    </message>
</context>
<context>
    <name>SmartCaptchaWidget</name>
    <message>
        <source>Captcha</source>
        <translation>Капча</translation>
    </message>
    <message>
        <source>Confirms that you are not a robot</source>
        <translation>Проверка, что вы не робот</translation>
    </message>
</context>
</TS>
