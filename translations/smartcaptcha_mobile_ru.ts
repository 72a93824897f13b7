<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru">
<context>
    <name>AccountPage</name>
    <message>
        <source>Account</source>
        <translation>Аккаунт</translation>
    </message>
    <message>
        <source>You are signed in</source>
        <translation>Вы вошли</translation>
    </message>
    <message>
        <source>You will be asked to confirm again before a message is sent or the account is deleted.</source>
        <translation>Перед отправкой сообщения и удалением аккаунта потребуется ещё одно подтверждение.</translation>
    </message>
    <message>
        <source>Message to support</source>
        <translation>Сообщение в поддержку</translation>
    </message>
    <message>
        <source>Where is my order?</source>
        <translation>Где мой заказ?</translation>
    </message>
    <message>
        <source>Send message</source>
        <translation>Отправить сообщение</translation>
    </message>
    <message>
        <source>Captcha result</source>
        <translation>Результат капчи</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>Delete account</source>
        <translation>Удалить аккаунт</translation>
    </message>
    <message>
        <source>The message has been sent.</source>
        <translation>Сообщение отправлено.</translation>
    </message>
    <message>
        <source>In a real app, your account would now be deleted.</source>
        <translation>В настоящем приложении аккаунт был бы сейчас удалён.</translation>
    </message>
</context>
<context>
    <name>DataNotice</name>
    <message>
        <source>Protected by SmartCaptcha. %1How data is processed%2</source>
        <extracomment>%1 and %2 begin and end a link.</extracomment>
        <translation>Защищено SmartCaptcha. %1Как обрабатываются данные%2</translation>
    </message>
</context>
<context>
    <name>DemoService</name>
    <message>
        <source>This is a server key. Keep it on your server, never in an application.</source>
        <translation>Это ключ сервера. Он должен храниться на вашем сервере, а не в приложении.</translation>
    </message>
    <message>
        <source>The emulator could not be started: %1</source>
        <translation>Не удалось запустить эмулятор: %1</translation>
    </message>
    <message>
        <source>The emulator’s address must be an https address, or an http address of this device, such as 127.0.0.1:8080.</source>
        <translation>Адрес эмулятора должен начинаться с https; для этого же устройства можно http, например 127.0.0.1:8080.</translation>
    </message>
    <message>
        <source>The site must be an https address allowed for the site key.</source>
        <translation>Укажите адрес сайта с https, разрешённый для ключа клиента.</translation>
    </message>
    <message>
        <source>The backend’s address must be an https address.</source>
        <translation>Адрес вашего бэкенда должен начинаться с https.</translation>
    </message>
    <message>
        <source>Enter the site key. It begins with ysc1_.</source>
        <translation>Укажите ключ клиента. Он начинается с ysc1_.</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>SmartCaptcha demo</source>
        <translation>Демо SmartCaptcha</translation>
    </message>
</context>
<context>
    <name>RegistrationPage</name>
    <message>
        <source>New account</source>
        <translation>Новый аккаунт</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>Эл. почта</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>Too much time has passed. Please confirm again.</source>
        <translation>Прошло слишком много времени. Подтвердите ещё раз.</translation>
    </message>
    <message>
        <source>Create account</source>
        <translation>Создать аккаунт</translation>
    </message>
    <message>
        <source>Captcha result</source>
        <translation>Результат капчи</translation>
    </message>
</context>
<context>
    <name>ScreenPage</name>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Оформление</translation>
    </message>
    <message>
        <source>Same as system</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлое</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмное</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Размер текста</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Крупный</translation>
    </message>
    <message>
        <source>Extra large</source>
        <translation>Очень крупный</translation>
    </message>
    <message>
        <source>Double</source>
        <translation>Двойной</translation>
    </message>
    <message>
        <source>Web engine</source>
        <translation>Веб-движок</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Автоматически</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Сервис</translation>
    </message>
    <message>
        <source>External emulator</source>
        <translation>Внешний эмулятор</translation>
    </message>
    <message>
        <source>SmartCaptcha with your own keys</source>
        <translation>SmartCaptcha с вашими ключами</translation>
    </message>
    <message>
        <source>Built-in emulator</source>
        <translation>Встроенный эмулятор</translation>
    </message>
    <message>
        <source>Emulator behaviour</source>
        <translation>Поведение эмулятора</translation>
    </message>
    <message>
        <source>Emulator address</source>
        <translation>Адрес эмулятора</translation>
    </message>
    <message>
        <source>Emulator site key</source>
        <translation>Ключ клиента эмулятора</translation>
    </message>
    <message>
        <source>Site key</source>
        <translation>Ключ клиента</translation>
    </message>
    <message>
        <source>Site allowed for the key</source>
        <translation>Сайт, разрешённый для ключа</translation>
    </message>
    <message>
        <source>Address of your backend</source>
        <translation>Адрес вашего бэкенда</translation>
    </message>
    <message>
        <source>Never enter the server key here. It stays on the backend, which verifies tokens for this application.</source>
        <translation>Не вводите здесь ключ сервера. Он хранится на вашем бэкенде, который и проверяет токены приложения.</translation>
    </message>
    <message>
        <source>SmartCaptcha for Qt %1</source>
        <translation>SmartCaptcha for Qt %1</translation>
    </message>
    <message>
        <source>Your own browser</source>
        <translation>Ваш браузер</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Sign in</source>
        <translation>Вход</translation>
    </message>
    <message>
        <source>Welcome back</source>
        <translation>С возвращением</translation>
    </message>
    <message>
        <source>You will only see a challenge if the service has doubts.</source>
        <translation>Задание появится, только если у сервиса возникнут сомнения.</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>Эл. почта</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Проверка…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Captcha result</source>
        <translation>Результат капчи</translation>
    </message>
    <message>
        <source>Create an account</source>
        <translation>Создать аккаунт</translation>
    </message>
    <message>
        <source>Sign in</source>
        <comment>button</comment>
        <translation>Войти</translation>
    </message>
</context>
<context>
    <name>TokenPage</name>
    <message>
        <source>Captcha</source>
        <translation>Капча</translation>
    </message>
    <message>
        <source>No captcha yet.</source>
        <translation>Капчи ещё не было.</translation>
    </message>
    <message>
        <source>The captcha was closed without a token.</source>
        <translation>Капча закрыта, токен не получен.</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Токен</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n символ</numerusform>
            <numerusform>%n символа</numerusform>
            <numerusform>%n символов</numerusform>
        </translation>
    </message>
    <message>
        <source>Valid for</source>
        <translation>Действует ещё</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Срок истёк</translation>
    </message>
    <message>
        <source>%1:%2</source>
        <extracomment>minutes:seconds</extracomment>
        <translation>%1:%2</translation>
    </message>
    <message>
        <source>Time until the token expires</source>
        <translation>Время до истечения срока токена</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Вердикт</translation>
    </message>
    <message>
        <source>Waiting for the backend…</source>
        <translation>Ожидание ответа бэкенда…</translation>
    </message>
    <message>
        <source>Passed on</source>
        <translation>Пройдена на сайте</translation>
    </message>
    <message>
        <source>Backend response</source>
        <translation>Ответ бэкенда</translation>
    </message>
    <message>
        <source>Status %1 in %2 ms</source>
        <translation>Код %1, %2 мс</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Human. Accepted.</source>
        <translation>Человек. Принято.</translation>
    </message>
    <message>
        <source>Human. Not accepted.</source>
        <translation>Человек. Не принято.</translation>
    </message>
    <message>
        <source>Robot. Accepted.</source>
        <translation>Робот. Принято.</translation>
    </message>
    <message>
        <source>Robot. Not accepted.</source>
        <translation>Робот. Не принято.</translation>
    </message>
    <message>
        <source>Undetermined. Accepted.</source>
        <translation>Не определено. Принято.</translation>
    </message>
    <message>
        <source>Undetermined. Not accepted.</source>
        <translation>Не определено. Не принято.</translation>
    </message>
</context>
</TS>
