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
        <source>Writing to us and deleting the account ask for another confirmation, over this screen.</source>
        <translation>Чтобы написать нам или удалить аккаунт, нужно ещё одно подтверждение, поверх этого экрана.</translation>
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
        <source>Send the message</source>
        <translation>Отправить сообщение</translation>
    </message>
    <message>
        <source>What the captcha said</source>
        <translation>Что показала капча</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>Delete the account</source>
        <translation>Удалить аккаунт</translation>
    </message>
    <message>
        <source>The message has been sent.</source>
        <translation>Сообщение отправлено.</translation>
    </message>
    <message>
        <source>The account would be deleted now.</source>
        <translation>Теперь аккаунт был бы удалён.</translation>
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
        <source>This is a server key. It belongs on your server and never in an application.</source>
        <translation>Это ключ сервера. Его место на вашем сервере, а не в приложении.</translation>
    </message>
    <message>
        <source>The emulator does not start: %1</source>
        <translation>Эмулятор не запускается: %1</translation>
    </message>
    <message>
        <source>The emulator’s address has to be an https address, or an http address of this device itself, such as 127.0.0.1:8080.</source>
        <translation>Адрес эмулятора должен начинаться с https или указывать на само это устройство, например 127.0.0.1:8080.</translation>
    </message>
    <message>
        <source>The site has to be an https address that the site key allows.</source>
        <translation>Нужен адрес сайта с https, который разрешён для этого ключа.</translation>
    </message>
    <message>
        <source>The backend’s address has to be an https address.</source>
        <translation>Адрес вашего сервера должен начинаться с https.</translation>
    </message>
    <message>
        <source>The site key is missing. It begins with ysc1_.</source>
        <translation>Не указан ключ клиента. Он начинается с ysc1_.</translation>
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
        <source>That took a while. Please confirm once more.</source>
        <translation>Прошло слишком много времени. Подтвердите ещё раз.</translation>
    </message>
    <message>
        <source>Create the account</source>
        <translation>Создать аккаунт</translation>
    </message>
    <message>
        <source>What the captcha said</source>
        <translation>Что показала капча</translation>
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
        <source>As the system has them</source>
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
        <source>As the system has it</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Крупный</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Ещё крупнее</translation>
    </message>
    <message>
        <source>Twice as large</source>
        <translation>Вдвое крупнее</translation>
    </message>
    <message>
        <source>Web engine</source>
        <translation>Веб-движок</translation>
    </message>
    <message>
        <source>Chosen by the SDK</source>
        <translation>На выбор SDK</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Сервис</translation>
    </message>
    <message>
        <source>Emulator at an address</source>
        <translation>Эмулятор по адресу</translation>
    </message>
    <message>
        <source>SmartCaptcha, with keys of your own</source>
        <translation>SmartCaptcha с вашими ключами</translation>
    </message>
    <message>
        <source>Emulator in this program</source>
        <translation>Эмулятор в этой программе</translation>
    </message>
    <message>
        <source>What the emulator does</source>
        <translation>Что делает эмулятор</translation>
    </message>
    <message>
        <source>Address of the emulator</source>
        <translation>Адрес эмулятора</translation>
    </message>
    <message>
        <source>Site key of the emulator</source>
        <translation>Ключ клиента от эмулятора</translation>
    </message>
    <message>
        <source>Site key</source>
        <translation>Ключ клиента</translation>
    </message>
    <message>
        <source>Site that the key allows</source>
        <translation>Сайт, разрешённый для ключа</translation>
    </message>
    <message>
        <source>Your backend, which has the server key</source>
        <translation>Ваш сервер, у которого есть ключ сервера</translation>
    </message>
    <message>
        <source>The server key never belongs here: the backend has it, and this application asks the backend.</source>
        <translation>Ключ сервера здесь не нужен: он есть у вашего сервера, а приложение обращается к нему.</translation>
    </message>
    <message>
        <source>SmartCaptcha for Qt %1</source>
        <translation>SmartCaptcha для Qt %1</translation>
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
        <source>Nobody has to prove anything here unless the service has doubts.</source>
        <translation>Доказывать ничего не нужно, если у сервиса нет сомнений.</translation>
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
        <translation>Проверяем…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>What the captcha said</source>
        <translation>Что показала капча</translation>
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
        <source>The captcha</source>
        <translation>Капча</translation>
    </message>
    <message>
        <source>There has been no captcha yet.</source>
        <translation>Капчи ещё не было.</translation>
    </message>
    <message>
        <source>The captcha was closed without a token.</source>
        <translation>Капчу закрыли, токена нет.</translation>
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
        <source>Good for</source>
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
        <source>Time that the token has left</source>
        <translation>Сколько ещё действует токен</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Вердикт</translation>
    </message>
    <message>
        <source>Asking the backend…</source>
        <translation>Спрашиваем сервер…</translation>
    </message>
    <message>
        <source>Passed on the site</source>
        <translation>Пройдена на сайте</translation>
    </message>
    <message>
        <source>Answer of the backend</source>
        <translation>Ответ сервера</translation>
    </message>
    <message>
        <source>Status %1 after %2 ms</source>
        <translation>Статус %1 через %2 мс</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>A human. Accepted.</source>
        <translation>Человек. Принято.</translation>
    </message>
    <message>
        <source>A human. Not accepted.</source>
        <translation>Человек. Не принято.</translation>
    </message>
    <message>
        <source>A robot. Accepted.</source>
        <translation>Робот. Принято.</translation>
    </message>
    <message>
        <source>A robot. Not accepted.</source>
        <translation>Робот. Не принято.</translation>
    </message>
    <message>
        <source>Undetermined. Accepted.</source>
        <translation>Не установлено. Принято.</translation>
    </message>
    <message>
        <source>Undetermined. Not accepted.</source>
        <translation>Не установлено. Не принято.</translation>
    </message>
</context>
</TS>
