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
    <name>ProfileForm</name>
    <message>
        <source>The server key will be stored in the system’s keychain when you press OK or Apply.</source>
        <translation>Ключ сервера будет сохранён в системной связке ключей, когда вы нажмёте «ОК» или «Применить».</translation>
    </message>
    <message>
        <source>The server key will be in memory only, until this program ends. %1</source>
        <translation>Ключ сервера будет только в памяти — до закрытия программы. %1</translation>
    </message>
    <message>
        <source>The server key will be removed when you press OK or Apply.</source>
        <translation>Ключ сервера будет удалён, когда вы нажмёте «ОК» или «Применить».</translation>
    </message>
    <message>
        <source>The keychain is being asked for the server key …</source>
        <translation>Ключ сервера запрашивается из связки ключей…</translation>
    </message>
    <message>
        <source>A server key that is entered here will be in memory only, until this program ends. %1</source>
        <translation>Введённый здесь ключ сервера будет только в памяти — до закрытия программы. %1</translation>
    </message>
    <message>
        <source>The server key is in the system’s keychain.</source>
        <translation>Ключ сервера хранится в системной связке ключей.</translation>
    </message>
    <message>
        <source>The server key is being stored in the keychain …</source>
        <translation>Ключ сервера сохраняется в связку ключей…</translation>
    </message>
    <message>
        <source>The server key is in memory only, until this program ends. %1</source>
        <translation>Ключ сервера есть только в памяти — до закрытия программы. %1</translation>
    </message>
    <message>
        <source>The profile needs a name.</source>
        <translation>У профиля должно быть название.</translation>
    </message>
    <message>
        <source>Another profile has this name already.</source>
        <translation>Профиль с таким названием уже есть.</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Название:</translation>
    </message>
    <message>
        <source>What the profile is called in lists and reports.</source>
        <translation>Так профиль называется в списках и отчётах.</translation>
    </message>
    <message>
        <source>&amp;Service address:</source>
        <translation>&amp;Адрес сервиса:</translation>
    </message>
    <message>
        <source>Where the captcha service is. Leave it empty for the service’s own address; several addresses are tried one after the other.</source>
        <translation>Где находится сервис капчи. Оставьте поле пустым, чтобы использовать собственный адрес сервиса; если адресов несколько, они пробуются по очереди.</translation>
    </message>
    <message>
        <source>S&amp;ite key:</source>
        <translation>К&amp;люч клиента:</translation>
    </message>
    <message>
        <source>The public key of the captcha. It begins with ysc1_.</source>
        <translation>Открытый ключ капчи. Начинается с ysc1_.</translation>
    </message>
    <message>
        <source>Ser&amp;ver key:</source>
        <translation>Ключ се&amp;рвера:</translation>
    </message>
    <message>
        <source>The secret key of the captcha. It begins with ysc2_ and is kept in no file.</source>
        <translation>Секретный ключ капчи. Начинается с ysc2_ и не сохраняется ни в одном файле.</translation>
    </message>
    <message>
        <source>There is a key. It cannot be shown again.</source>
        <translation>Ключ есть. Показать его снова нельзя.</translation>
    </message>
    <message>
        <source>Repla&amp;ce…</source>
        <translation>&amp;Заменить…</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>За&amp;быть</translation>
    </message>
    <message>
        <source>&amp;Keep the old one</source>
        <translation>Оставить пре&amp;жний</translation>
    </message>
    <message>
        <source>Pa&amp;ge origin:</source>
        <translation>Адрес са&amp;йта:</translation>
    </message>
    <message>
        <source>A site that the site key allows. The captcha’s page is shown as one of this site; without it, the service’s ready page is used.</source>
        <translation>Сайт, разрешённый для ключа клиента. Страница капчи показывается как страница этого сайта; без него используется готовая страница сервиса.</translation>
    </message>
    <message>
        <source>&amp;Load within:</source>
        <translation>За&amp;грузка, не дольше:</translation>
    </message>
    <message>
        <source>How long the page may take to load, where a scenario does not allow more.</source>
        <translation>Сколько может загружаться страница, если сценарий не разрешает больше.</translation>
    </message>
    <message>
        <source>Verify wi&amp;thin:</source>
        <translation>&amp;Проверка, не дольше:</translation>
    </message>
    <message>
        <source>How long the verification of a token may take, where a scenario does not allow more.</source>
        <translation>Сколько может длиться проверка токена, если сценарий не разрешает больше.</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> мс</translation>
    </message>
    <message>
        <source>as the scenario says</source>
        <translation>как в сценарии</translation>
    </message>
    <message>
        <source>Allowed &amp;hosts:</source>
        <translation>Разрешённые &amp;хосты:</translation>
    </message>
    <message>
        <source>The sites whose tokens count, where a scenario names none. Empty for all.</source>
        <translation>Сайты, чьи токены засчитываются, если сценарий не называет своих. Пусто — любые.</translation>
    </message>
    <message>
        <source>Ask the k&amp;eychain again</source>
        <translation>&amp;Спросить ещё раз</translation>
    </message>
</context>
<context>
    <name>ProfilesDialog</name>
    <message>
        <source>New profile</source>
        <translation>Новый профиль</translation>
    </message>
    <message>
        <source>Remove the profile “%1”?</source>
        <translation>Удалить профиль «%1»?</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n profile(s)?</source>
        <translation>
            <numerusform>Удалить %n профиль?</numerusform>
            <numerusform>Удалить %n профиля?</numerusform>
            <numerusform>Удалить %n профилей?</numerusform>
        </translation>
    </message>
    <message>
        <source>Server keys are removed with their profiles, also from the keychain. This happens when you press OK or Apply.</source>
        <translation>Вместе с профилем удаляется ключ сервера, в том числе из связки ключей. Это произойдёт, когда вы нажмёте «ОК» или «Применить».</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Import profiles</source>
        <translation>Импорт профилей</translation>
    </message>
    <message>
        <source>Profiles (*.json)</source>
        <translation>Профили (*.json)</translation>
    </message>
    <message>
        <source>Export profiles, without their keys</source>
        <translation>Экспорт профилей без ключей</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>ОК</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Профили</translation>
    </message>
    <message>
        <source>&amp;Profiles:</source>
        <translation>Про&amp;фили:</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Добавить</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>Д&amp;ублировать</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>Удалит&amp;ь…</translation>
    </message>
    <message>
        <source>I&amp;mport…</source>
        <translation>&amp;Импорт…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>&amp;Экспорт…</translation>
    </message>
    <message>
        <source>Adds profiles from a file. Keys are not among them.</source>
        <translation>Добавляет профили из файла. Ключей в нём нет.</translation>
    </message>
    <message>
        <source>Writes the selected profiles into a file, without their keys.</source>
        <translation>Записывает выбранные профили в файл без ключей.</translation>
    </message>
    <message>
        <source>The emulator is a captcha service inside this program. It needs no keys and no network, and there is nothing to set.

To try a real service, add a profile and enter the keys of a captcha that was made for tests.</source>
        <translation>Эмулятор — это сервис капчи внутри самой программы. Ему не нужны ни ключи, ни сеть, и настраивать его не нужно.

Чтобы попробовать настоящий сервис, добавьте профиль и введите ключи капчи, созданной для тестирования.</translation>
    </message>
    <message>
        <source>Appl&amp;y</source>
        <translation>При&amp;менить</translation>
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
