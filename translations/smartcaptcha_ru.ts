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
        <translation>Подтверждение того, что вы не робот</translation>
    </message>
</context>
<context>
    <name>CaptchaPopupSheet</name>
    <message>
        <source>One moment, please…</source>
        <translation>Подождите…</translation>
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
    <name>SmartCaptcha::Internal::CaptchaPage</name>
    <message>
        <source>The check goes on in another tab of this browser. You can close this one.</source>
        <translation>Проверка продолжается в другой вкладке этого браузера. Эту можно закрыть.</translation>
    </message>
    <message>
        <source>This page needs JavaScript.</source>
        <translation>Для этой страницы нужен JavaScript.</translation>
    </message>
    <message>
        <source>Confirm that you are not a robot</source>
        <translation>Подтвердите, что вы не робот</translation>
    </message>
    <message>
        <source>An application on this computer has opened this page and waits for the check.</source>
        <translation>Эту страницу открыло приложение на вашем компьютере. Оно ждёт, пока вы пройдёте проверку.</translation>
    </message>
    <message>
        <source>%1 has opened this page and waits for the check.</source>
        <translation>Эту страницу открыло приложение %1. Оно ждёт, пока вы пройдёте проверку.</translation>
    </message>
    <message>
        <source>Thank you. You can close this page and go back to the application.</source>
        <translation>Спасибо. Закройте эту страницу и возвращайтесь в приложение.</translation>
    </message>
    <message>
        <source>The application no longer waits for this check. You can close this page.</source>
        <translation>Приложение больше не ждёт этой проверки. Страницу можно закрыть.</translation>
    </message>
    <message>
        <source>en</source>
        <comment>The code of the language into which these texts are translated, such as ru</comment>
        <translation>ru</translation>
    </message>
    <message>
        <source>The connection to the application is lost. If it still waits, load this page again.</source>
        <translation>Связь с приложением потеряна. Если оно всё ещё ждёт, обновите эту страницу.</translation>
    </message>
    <message>
        <source>Another browser has this check. To go on in this one, copy the address from the application again, or start over there.</source>
        <translation>Эту проверку открыл другой браузер. Чтобы пройти её здесь, ещё раз скопируйте адрес из приложения или начните там заново.</translation>
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
        <translation>Повторяет проверку капчи</translation>
    </message>
    <message>
        <source>Confirm in your browser that you are not a robot.</source>
        <translation>Подтвердите в браузере, что вы не робот.</translation>
    </message>
    <message>
        <source>The address has been copied. Open it in a browser on this computer.</source>
        <translation>Адрес скопирован. Откройте его в браузере на этом компьютере.</translation>
    </message>
    <message>
        <source>No browser could be opened. Copy the address and open it in a browser on this computer.</source>
        <translation>Не удалось открыть браузер. Скопируйте адрес и откройте его в браузере на этом компьютере.</translation>
    </message>
    <message>
        <source>The page in your browser was closed before the check was over.</source>
        <translation>Страница в браузере закрылась раньше, чем закончилась проверка.</translation>
    </message>
    <message>
        <source>Go on in your browser. When you have passed the check there, come back here.</source>
        <translation>Продолжите в браузере. Когда пройдёте там проверку, возвращайтесь сюда.</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Открыть ещё раз</translation>
    </message>
    <message>
        <source>Opens the check in your browser once more</source>
        <translation>Ещё раз открывает проверку в браузере</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Скопировать адрес</translation>
    </message>
    <message>
        <source>For a browser that does not open by itself</source>
        <translation>На случай, если браузер не открылся сам</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Ends the check in the browser</source>
        <translation>Прекращает проверку в браузере</translation>
    </message>
    <message>
        <source>Open the browser</source>
        <translation>Открыть браузер</translation>
    </message>
    <message>
        <source>Opens the check in your browser</source>
        <translation>Открывает проверку в браузере</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Открыть в браузере</translation>
    </message>
    <message>
        <source>Goes on with the check in your browser</source>
        <translation>Продолжает проверку в браузере</translation>
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
        <translation>Подождите…</translation>
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
        <source>A token on the first click; the verdict is human.</source>
        <translation>Токен выдаётся при первом нажатии; вердикт — человек.</translation>
    </message>
    <message>
        <source>Every click leads to a challenge; the verdict is human.</source>
        <translation>После каждого нажатия появляется задание; вердикт — человек.</translation>
    </message>
    <message>
        <source>A token on the first click; the verdict is robot.</source>
        <translation>Токен выдаётся при первом нажатии; вердикт — робот.</translation>
    </message>
    <message>
        <source>Every token is refused as expired.</source>
        <translation>Каждый токен отклоняется как просроченный.</translation>
    </message>
    <message>
        <source>Every token is refused as already used.</source>
        <translation>Каждый токен отклоняется как использованный.</translation>
    </message>
    <message>
        <source>The verdict is human, with an empty host.</source>
        <translation>Вердикт — человек; поле host пустое.</translation>
    </message>
    <message>
        <source>The verdict is human; the host includes port 8080.</source>
        <translation>Вердикт — человек; в поле host указан порт 8080.</translation>
    </message>
    <message>
        <source>The verdict is human, without a host, as in older responses.</source>
        <translation>Вердикт — человек; поля host нет, как в старых ответах.</translation>
    </message>
    <message>
        <source>Every server key is refused as invalid.</source>
        <translation>Каждый ключ сервера отклоняется как неверный.</translation>
    </message>
    <message>
        <source>Restricted mode: every token is accepted, and the widget says so.</source>
        <translation>Ограниченный режим: принимается любой токен, и виджет об этом сообщает.</translation>
    </message>
    <message>
        <source>Validation responds with status 500.</source>
        <translation>При проверке сервис отвечает кодом 500.</translation>
    </message>
    <message>
        <source>Validation responds with status 403.</source>
        <translation>При проверке сервис отвечает кодом 403.</translation>
    </message>
    <message>
        <source>Validation responds with status 429.</source>
        <translation>При проверке сервис отвечает кодом 429.</translation>
    </message>
    <message>
        <source>Validation redirects to a page with a positive answer.</source>
        <translation>При проверке сервис перенаправляет на страницу с положительным ответом.</translation>
    </message>
    <message>
        <source>Validation responds as for a human, but late.</source>
        <translation>При проверке сервис отвечает «человек», но с задержкой.</translation>
    </message>
    <message>
        <source>Validation responds one byte at a time.</source>
        <translation>При проверке сервис отвечает по одному байту.</translation>
    </message>
    <message>
        <source>Validation never responds; the connection stays open.</source>
        <translation>При проверке сервис не отвечает, но соединение не закрывает.</translation>
    </message>
    <message>
        <source>Validation sends half of its response and closes the connection.</source>
        <translation>При проверке сервис отправляет половину ответа и закрывает соединение.</translation>
    </message>
    <message>
        <source>Validation responds with plain text labelled as JSON.</source>
        <translation>При проверке сервис отвечает обычным текстом под видом JSON.</translation>
    </message>
    <message>
        <source>Validation responds with a web page.</source>
        <translation>При проверке сервис отвечает веб-страницей.</translation>
    </message>
    <message>
        <source>Validation responds with four megabytes of valid JSON.</source>
        <translation>При проверке сервис отвечает четырьмя мегабайтами правильного JSON.</translation>
    </message>
    <message>
        <source>The widget&apos;s script is not found.</source>
        <translation>Скрипт виджета не найден.</translation>
    </message>
    <message>
        <source>The widget&apos;s script is not JavaScript.</source>
        <translation>Скрипт виджета — не JavaScript.</translation>
    </message>
    <message>
        <source>The widget&apos;s script loads late.</source>
        <translation>Скрипт виджета загружается с опозданием.</translation>
    </message>
    <message>
        <source>The widget&apos;s script never loads.</source>
        <translation>Скрипт виджета не загружается.</translation>
    </message>
    <message>
        <source>The script loads, but the widget&apos;s frames never do.</source>
        <translation>Скрипт загружается, а фреймы виджета — нет.</translation>
    </message>
    <message>
        <source>The script loads, but the widget&apos;s frames are error pages with status 500.</source>
        <translation>Скрипт загружается, а вместо фреймов виджета — страницы ошибки с кодом 500.</translation>
    </message>
    <message>
        <source>The widget loses its connection when clicked.</source>
        <translation>Виджет теряет связь при нажатии.</translation>
    </message>
    <message>
        <source>The widget fails with an error when clicked.</source>
        <translation>При нажатии в виджете происходит ошибка.</translation>
    </message>
    <message>
        <source>The token expires on the page after a moment.</source>
        <translation>Срок токена на странице истекает почти сразу.</translation>
    </message>
    <message>
        <source>The widget reports success with an empty token.</source>
        <translation>Виджет сообщает об успехе с пустым токеном.</translation>
    </message>
    <message>
        <source>The page&apos;s renderer process crashes on the click.</source>
        <translation>При нажатии процесс отрисовки страницы аварийно завершается.</translation>
    </message>
    <message>
        <source>The widget refuses to work on any site.</source>
        <translation>Виджет не работает ни на одном сайте.</translation>
    </message>
</context>
<context>
    <name>SmartCaptchaError</name>
    <message>
        <source>The captcha is not set up correctly. Please contact the developers of this program.</source>
        <translation>Капча настроена неправильно. Сообщите об этом разработчикам программы.</translation>
    </message>
    <message>
        <source>A component that shows the captcha is missing or out of date. Updating or reinstalling this program may help.</source>
        <translation>Компонент, который показывает капчу, отсутствует или устарел. Попробуйте обновить или переустановить программу.</translation>
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
        <translation>В работе капчи произошёл сбой. Попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>Time is up. Please try again.</source>
        <translation>Время вышло. Попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>The captcha returned an invalid response. Please try again.</source>
        <translation>От капчи получен недопустимый ответ. Попробуйте ещё раз.</translation>
    </message>
</context>
<context>
    <name>SmartCaptchaKeyStoreResult</name>
    <message>
        <source>The keychain contains no key with this name.</source>
        <translation>В связке ключей нет ключа с таким именем.</translation>
    </message>
    <message>
        <source>The keychain is locked, or access to it was refused. Unlock it and try again.</source>
        <translation>Связка ключей заблокирована, или доступ к ней запрещён. Разблокируйте её и попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>No keychain is available on this computer at the moment.</source>
        <translation>Сейчас на этом компьютере нет доступной связки ключей.</translation>
    </message>
    <message>
        <source>The keychain is not responding. It may be waiting to be unlocked.</source>
        <translation>Связка ключей не отвечает. Возможно, её нужно разблокировать.</translation>
    </message>
    <message>
        <source>The keychain reported an error.</source>
        <translation>Ошибка связки ключей.</translation>
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
        <source>The captcha check was cancelled.</source>
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
        <translation>Эта капча пройдена в другом месте. Пройдите её ещё раз.</translation>
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
        <translation>Подтверждение того, что вы не робот</translation>
    </message>
</context>
</TS>
