<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>DemoWindow</name>
    <message>
        <source>State: %1</source>
        <translation>Состояние: %1</translation>
    </message>
    <message>
        <source>The challenge is shown.</source>
        <translation>Задание показано.</translation>
    </message>
    <message>
        <source>The challenge is hidden.</source>
        <translation>Задание скрыто.</translation>
    </message>
    <message numerus="yes">
        <source>A token of %n character(s)</source>
        <translation>
            <numerusform>Токен из %n символа</numerusform>
            <numerusform>Токен из %n символов</numerusform>
            <numerusform>Токен из %n символов</numerusform>
        </translation>
    </message>
    <message>
        <source>The token has expired.</source>
        <translation>Срок действия токена истёк.</translation>
    </message>
    <message>
        <source>The captcha was closed without a token.</source>
        <translation>Капчу закрыли, токена нет.</translation>
    </message>
    <message>
        <source>Error %1: %2</source>
        <translation>Ошибка %1: %2</translation>
    </message>
    <message>
        <source>Verdict %1, error %2, %3 after %4 ms</source>
        <translation>Вердикт %1, ошибка %2, %3, %4 мс</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>принято</translation>
    </message>
    <message>
        <source>not accepted</source>
        <translation>не принято</translation>
    </message>
    <message>
        <source>Scenario: %1</source>
        <translation>Сценарий: %1</translation>
    </message>
    <message>
        <source>SmartCaptcha demo</source>
        <translation>Демонстрация SmartCaptcha</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Журнал событий</translation>
    </message>
    <message>
        <source>&amp;Clear</source>
        <translation>&amp;Очистить</translation>
    </message>
    <message>
        <source>&amp;Begin anew</source>
        <translation>&amp;Начать заново</translation>
    </message>
    <message>
        <source>Emulator at %1: no keys and no internet are needed.</source>
        <translation>Эмулятор по адресу %1: ключи и интернет не нужны.</translation>
    </message>
    <message>
        <source>Service at %1</source>
        <translation>Сервис по адресу %1</translation>
    </message>
</context>
<context>
    <name>EventLogModel</name>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Источник</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Событие</translation>
    </message>
    <message>
        <source>Captcha</source>
        <translation>Капча</translation>
    </message>
    <message>
        <source>Verifier</source>
        <translation>Верификатор</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Сервис</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Демонстрация</translation>
    </message>
</context>
<context>
    <name>SettingsPanel</name>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Язык:</translation>
    </message>
    <message>
        <source>&amp;Colors:</source>
        <translation>&amp;Цвета:</translation>
    </message>
    <message>
        <source>&amp;Kind:</source>
        <translation>&amp;Вид капчи:</translation>
    </message>
    <message>
        <source>C&amp;hallenge:</source>
        <translation>&amp;Задание:</translation>
    </message>
    <message>
        <source>&amp;Page:</source>
        <translation>&amp;Страница:</translation>
    </message>
    <message>
        <source>P&amp;olicy:</source>
        <translation>&amp;Политика:</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлые</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмные</translation>
    </message>
    <message>
        <source>With a button</source>
        <translation>С кнопкой</translation>
    </message>
    <message>
        <source>Invisible</source>
        <translation>Невидимая</translation>
    </message>
    <message>
        <source>In the form</source>
        <translation>Внутри формы</translation>
    </message>
    <message>
        <source>In a window of its own</source>
        <translation>В отдельном окне</translation>
    </message>
    <message>
        <source>The SDK’s own</source>
        <translation>Собственная страница SDK</translation>
    </message>
    <message>
        <source>The service’s ready page</source>
        <translation>Готовая страница сервиса</translation>
    </message>
    <message>
        <source>As the service advises</source>
        <translation>Как советует сервис</translation>
    </message>
    <message>
        <source>Strict</source>
        <translation>Строгая</translation>
    </message>
    <message>
        <source>&amp;Always show a challenge (test mode)</source>
        <translation>Всегда показывать &amp;задание (режим отладки)</translation>
    </message>
    <message>
        <source>Sc&amp;enario:</source>
        <translation>С&amp;ценарий:</translation>
    </message>
</context>
<context>
    <name>SignInForm</name>
    <message>
        <source>Sign in</source>
        <translation>Вход</translation>
    </message>
    <message>
        <source>E-&amp;mail</source>
        <translation>Эл. &amp;почта</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>Паро&amp;ль</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>&amp;Войти</translation>
    </message>
    <message>
        <source>Welcome, %1!</source>
        <translation>Добро пожаловать, %1!</translation>
    </message>
    <message>
        <source>The captcha was not accepted, so you were not signed in.</source>
        <translation>Проверка капчи не пройдена, поэтому войти не удалось.</translation>
    </message>
    <message>
        <source>You closed the captcha. Start it again to sign in.</source>
        <translation>Вы закрыли капчу. Чтобы войти, пройдите её ещё раз.</translation>
    </message>
</context>
<context>
    <name>TokenCard</name>
    <message>
        <source>Token</source>
        <translation>Токен</translation>
    </message>
    <message>
        <source>&amp;Verify again</source>
        <translation>Проверить &amp;ещё раз</translation>
    </message>
    <message>
        <source>A token can be verified once only. This shows what happens the second time.</source>
        <translation>Токен можно проверить только один раз. Здесь видно, что будет при второй проверке.</translation>
    </message>
    <message>
        <source>There is no token yet.</source>
        <translation>Токена пока нет.</translation>
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
        <source>Expired</source>
        <translation>Истёк</translation>
    </message>
    <message>
        <source>%1:%2 left</source>
        <translation>Осталось %1:%2</translation>
    </message>
    <message>
        <source>Verifying…</source>
        <translation>Проверяется…</translation>
    </message>
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
        <translation>Не определено. Принято.</translation>
    </message>
    <message>
        <source>Undetermined. Not accepted.</source>
        <translation>Не определено. Не принято.</translation>
    </message>
    <message>
        <source>Passed on the site %1.</source>
        <translation>Проверка пройдена на сайте %1.</translation>
    </message>
    <message>
        <source>Answered with status %1 after %2 ms.</source>
        <translation>Ответ со статусом %1 через %2 мс.</translation>
    </message>
</context>
</TS>
