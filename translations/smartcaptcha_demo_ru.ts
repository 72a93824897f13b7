<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>ExchangeModel</name>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>скрыт</translation>
    </message>
    <message>
        <source>No request was sent.</source>
        <translation>Запрос не отправлен.</translation>
    </message>
    <message>
        <source>Status %1 in %2 ms</source>
        <translation>Код %1, %2 мс</translation>
    </message>
    <message>
        <source>No response in %1 ms</source>
        <translation>Нет ответа, %1 мс</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Вердикт</translation>
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
        <source>Cause</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Сайт</translation>
    </message>
    <message>
        <source>Service message</source>
        <translation>Сообщение сервиса</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробности</translation>
    </message>
    <message>
        <source>Message shown to the user</source>
        <translation>Сообщение для пользователя</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 мс</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Запрос</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Код</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Длительность</translation>
    </message>
</context>
<context>
    <name>ExchangePanel</name>
    <message>
        <source>No token has been verified yet.</source>
        <translation>Токены ещё не проверялись.</translation>
    </message>
    <message>
        <source>Requests to the service</source>
        <translation>Запросы к сервису</translation>
    </message>
    <message>
        <source>Request and response</source>
        <translation>Запрос и ответ</translation>
    </message>
</context>
<context>
    <name>FaultPanel</name>
    <message>
        <source>Faults can only be simulated with the emulator profile.</source>
        <translation>Сбои можно имитировать только с профилем эмулятора.</translation>
    </message>
    <message>
        <source>Changes take effect immediately. The next scenario resets them.</source>
        <translation>Изменения действуют сразу. Следующий сценарий их сбросит.</translation>
    </message>
    <message>
        <source>Emulator behaviour:</source>
        <translation>Поведение эмулятора:</translation>
    </message>
    <message>
        <source>The service is reachable</source>
        <translation>Сервис доступен</translation>
    </message>
    <message>
        <source>Advance the clock by 5 minutes</source>
        <translation>Перевести часы на 5 минут вперёд</translation>
    </message>
    <message>
        <source>The emulator’s clock is five minutes further</source>
        <translation>Часы эмулятора переведены на пять минут вперёд</translation>
    </message>
</context>
<context>
    <name>FormPage</name>
    <message>
        <source>Timeline</source>
        <translation>Журнал событий</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Сеть</translation>
    </message>
    <message>
        <source>Star&amp;t over</source>
        <translation>&amp;Начать заново</translation>
    </message>
</context>
<context>
    <name>HarnessActions</name>
    <message>
        <source>Toolbar</source>
        <translation>Панель инструментов</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Файл</translation>
    </message>
    <message>
        <source>&amp;New session</source>
        <translation>&amp;Новый сеанс</translation>
    </message>
    <message>
        <source>&amp;Sessions</source>
        <translation>&amp;Сеансы</translation>
    </message>
    <message>
        <source>Open session &amp;folder</source>
        <translation>Открыть &amp;папку сеанса</translation>
    </message>
    <message>
        <source>&amp;Add scenarios…</source>
        <translation>&amp;Добавить сценарии…</translation>
    </message>
    <message>
        <source>Save &amp;report…</source>
        <translation>Сохранить &amp;отчёт…</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Отчёт</translation>
    </message>
    <message>
        <source>Save report as &amp;JSON…</source>
        <translation>Сохранить отчёт в формате &amp;JSON…</translation>
    </message>
    <message>
        <source>Save report as JUnit &amp;XML…</source>
        <translation>Сохранить отчёт в формате JUnit &amp;XML…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Выйти</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Запуск</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <comment>button</comment>
        <translation>&amp;Запустить</translation>
    </message>
    <message>
        <source>Run &amp;manually</source>
        <translation>Запустить вр&amp;учную</translation>
    </message>
    <message>
        <source>Run &amp;all in the list</source>
        <translation>Запустить &amp;все из списка</translation>
    </message>
    <message>
        <source>Run all</source>
        <translation>Запустить все</translation>
    </message>
    <message>
        <source>Rerun &amp;failed</source>
        <translation>Повторить н&amp;еудачные</translation>
    </message>
    <message>
        <source>Rerun failed</source>
        <translation>Повторить неудачные</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Остановить</translation>
    </message>
    <message>
        <source>&amp;Passed</source>
        <translation>&amp;Пройден</translation>
    </message>
    <message>
        <source>Fai&amp;led</source>
        <translation>&amp;Не пройден</translation>
    </message>
    <message>
        <source>&amp;Take screenshot</source>
        <translation>Сделать &amp;снимок</translation>
    </message>
    <message>
        <source>Screenshot</source>
        <translation>Снимок</translation>
    </message>
    <message>
        <source>&amp;Profile</source>
        <translation>&amp;Профиль</translation>
    </message>
    <message>
        <source>&amp;Edit profiles…</source>
        <translation>&amp;Изменить профили…</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Профили</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Вид</translation>
    </message>
    <message>
        <source>&amp;Scenarios</source>
        <translation>&amp;Сценарии</translation>
    </message>
    <message>
        <source>&amp;Manual test</source>
        <translation>Вр&amp;учную</translation>
    </message>
    <message>
        <source>&amp;Find scenario</source>
        <translation>&amp;Найти сценарий</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Язык</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Оформление</translation>
    </message>
    <message>
        <source>Same as &amp;system</source>
        <translation>Как в &amp;системе</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>С&amp;ветлое</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Тёмное</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>Высокая &amp;контрастность</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Справка</translation>
    </message>
    <message>
        <source>&amp;About the demo</source>
        <translation>&amp;О программе</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>О &amp;Qt</translation>
    </message>
    <message>
        <source>Rem&amp;ove added scenarios</source>
        <translation>&amp;Убрать добавленные сценарии</translation>
    </message>
</context>
<context>
    <name>HarnessStatus</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>Emulator at %1: no keys or internet connection needed.</source>
        <translation>Эмулятор по адресу %1: ключи и интернет не нужны.</translation>
    </message>
    <message>
        <source>%1: service at %2</source>
        <translation>%1: сервис по адресу %2</translation>
    </message>
    <message>
        <source>Waiting for the keychain…</source>
        <translation>Ожидание ответа связки ключей…</translation>
    </message>
    <message>
        <source>No server key.</source>
        <translation>Ключ сервера не указан.</translation>
    </message>
    <message>
        <source>The server key is in the keychain.</source>
        <translation>Ключ сервера хранится в связке ключей.</translation>
    </message>
    <message>
        <source>The server key is in memory only.</source>
        <translation>Ключ сервера хранится только в памяти.</translation>
    </message>
    <message>
        <source>%1 passed, %2 failed, %3 skipped</source>
        <translation>Пройдено: %1, не пройдено: %2, пропущено: %3</translation>
    </message>
    <message numerus="yes">
        <source>of %n scenario(s)</source>
        <translation>
            <numerusform>(всего %n сценарий)</numerusform>
            <numerusform>(всего %n сценария)</numerusform>
            <numerusform>(всего %n сценариев)</numerusform>
        </translation>
    </message>
    <message>
        <source>Run progress</source>
        <translation>Ход выполнения</translation>
    </message>
</context>
<context>
    <name>HarnessWindow</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>Session of %1 reopened, with %n result(s). To start another one, choose “New session” in the File menu.</source>
        <translation>
            <numerusform>Продолжается сеанс от %1, в нём %n результат. Чтобы начать другой, выберите «Новый сеанс» в меню «Файл».</numerusform>
            <numerusform>Продолжается сеанс от %1, в нём %n результата. Чтобы начать другой, выберите «Новый сеанс» в меню «Файл».</numerusform>
            <numerusform>Продолжается сеанс от %1, в нём %n результатов. Чтобы начать другой, выберите «Новый сеанс» в меню «Файл».</numerusform>
        </translation>
    </message>
    <message>
        <source>Could not open the session</source>
        <translation>Не удалось открыть сеанс</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2, %n result(s)</source>
        <comment>date: profile</comment>
        <translation>
            <numerusform>%1: %2, %n результат</numerusform>
            <numerusform>%1: %2, %n результата</numerusform>
            <numerusform>%1: %2, %n результатов</numerusform>
        </translation>
    </message>
    <message>
        <source>No sessions yet</source>
        <translation>Сеансов пока нет</translation>
    </message>
    <message>
        <source>Some scenarios could not be loaded:</source>
        <translation>Некоторые сценарии не удалось загрузить:</translation>
    </message>
    <message>
        <source>Add scenarios</source>
        <translation>Добавить сценарии</translation>
    </message>
    <message>
        <source>Scenarios (*.json)</source>
        <translation>Сценарии (*.json)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>JUnit XML (*.xml)</source>
        <translation>JUnit XML (*.xml)</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Веб-страница (*.html)</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>Сохранить отчёт</translation>
    </message>
    <message>
        <source>About the demo</source>
        <translation>О программе</translation>
    </message>
    <message>
        <source>SmartCaptcha for Qt %1, Qt %2.

Shows Yandex SmartCaptcha and tests all its settings and possible faults.</source>
        <translation>SmartCaptcha for Qt %1, Qt %2.

Показывает капчу Yandex SmartCaptcha, проверяет все её настройки и поведение при сбоях.</translation>
    </message>
    <message>
        <source>SmartCaptcha demo</source>
        <translation>Демо-приложение SmartCaptcha</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>Сценарии</translation>
    </message>
    <message>
        <source>Manual test</source>
        <translation>Вручную</translation>
    </message>
    <message>
        <source>A scenario is still running. It will be stopped without a result.</source>
        <translation>Сценарий ещё выполняется. Он будет прерван без результата.</translation>
    </message>
    <message>
        <source>The server key of “%1” has not been saved to the keychain yet.</source>
        <translation>Ключ сервера профиля «%1» ещё не сохранён в связке ключей.</translation>
    </message>
    <message>
        <source>Close the window?</source>
        <translation>Закрыть окно?</translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation>Всё равно закрыть</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Продолжить</translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>Press Enter to open %1</source>
        <translation>Нажмите Enter, чтобы открыть %1</translation>
    </message>
    <message>
        <source>Write down what you noticed. Notes are included in the report.</source>
        <translation>Запишите, что заметили. Заметка войдёт в отчёт.</translation>
    </message>
    <message>
        <source>Scenario notes</source>
        <translation>Заметка к сценарию</translation>
    </message>
    <message>
        <source>Scenario screenshots</source>
        <translation>Снимки сценария</translation>
    </message>
    <message>
        <source>Take screenshot</source>
        <translation>Сделать снимок</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close the notice</source>
        <translation>Закрыть уведомление</translation>
    </message>
</context>
<context>
    <name>ProfileForm</name>
    <message>
        <source>The server key will be saved to the system keychain when you press OK or Apply.</source>
        <translation>Ключ сервера будет сохранён в системной связке ключей, когда вы нажмёте «ОК» или «Применить».</translation>
    </message>
    <message>
        <source>The server key will be kept in memory only, until you quit the program. %1</source>
        <translation>Ключ сервера будет храниться только в памяти, пока программа не закрыта. %1</translation>
    </message>
    <message>
        <source>The server key will be removed when you press OK or Apply.</source>
        <translation>Ключ сервера будет удалён, когда вы нажмёте «ОК» или «Применить».</translation>
    </message>
    <message>
        <source>Reading the server key from the keychain…</source>
        <translation>Чтение ключа сервера из связки ключей…</translation>
    </message>
    <message>
        <source>A server key entered here will be kept in memory only, until you quit the program. %1</source>
        <translation>Введённый здесь ключ сервера будет храниться только в памяти, пока программа не закрыта. %1</translation>
    </message>
    <message>
        <source>The server key is stored in the system keychain.</source>
        <translation>Ключ сервера хранится в системной связке ключей.</translation>
    </message>
    <message>
        <source>Saving the server key to the keychain…</source>
        <translation>Сохранение ключа сервера в связке ключей…</translation>
    </message>
    <message>
        <source>The server key is kept in memory only, until you quit the program. %1</source>
        <translation>Ключ сервера хранится только в памяти, пока программа не закрыта. %1</translation>
    </message>
    <message>
        <source>Enter a name for the profile.</source>
        <translation>Укажите название профиля.</translation>
    </message>
    <message>
        <source>Another profile already has this name.</source>
        <translation>Профиль с таким названием уже есть.</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Название:</translation>
    </message>
    <message>
        <source>The name of the profile in lists and reports.</source>
        <translation>Название профиля в списках и отчётах.</translation>
    </message>
    <message>
        <source>&amp;Service address:</source>
        <translation>&amp;Адрес сервиса:</translation>
    </message>
    <message>
        <source>The address of the captcha service. Leave it empty to use the default address. Several addresses are tried in order.</source>
        <translation>Адрес сервиса капчи. Если поле пустое, используется адрес по умолчанию. Если адресов несколько, они проверяются по очереди.</translation>
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
        <source>The secret key of the captcha. It begins with ysc2_ and is never saved to a file.</source>
        <translation>Секретный ключ капчи. Начинается с ysc2_ и никогда не сохраняется в файл.</translation>
    </message>
    <message>
        <source>A key is set. It cannot be displayed.</source>
        <translation>Ключ задан. Посмотреть его нельзя.</translation>
    </message>
    <message>
        <source>Repla&amp;ce…</source>
        <translation>&amp;Заменить…</translation>
    </message>
    <message>
        <source>Rem&amp;ove</source>
        <translation>Удали&amp;ть</translation>
    </message>
    <message>
        <source>&amp;Keep current key</source>
        <translation>Оставить пре&amp;жний</translation>
    </message>
    <message>
        <source>Pa&amp;ge origin:</source>
        <translation>Адрес са&amp;йта:</translation>
    </message>
    <message>
        <source>A site allowed for the site key. The captcha’s page is loaded as a page of this site. If empty, the service’s ready page is used.</source>
        <translation>Сайт, разрешённый для ключа клиента. Страница капчи загружается как страница этого сайта. Если поле пустое, используется готовая страница сервиса.</translation>
    </message>
    <message>
        <source>&amp;Load timeout:</source>
        <translation>Предельное время за&amp;грузки:</translation>
    </message>
    <message>
        <source>The time limit for loading the page, unless the scenario sets a longer one.</source>
        <translation>Предельное время загрузки страницы, если в сценарии не задано большее.</translation>
    </message>
    <message>
        <source>Verification &amp;timeout:</source>
        <translation>Предельное время &amp;проверки:</translation>
    </message>
    <message>
        <source>The time limit for verifying a token, unless the scenario sets a longer one.</source>
        <translation>Предельное время проверки токена, если в сценарии не задано большее.</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> мс</translation>
    </message>
    <message>
        <source>as in the scenario</source>
        <translation>как в сценарии</translation>
    </message>
    <message>
        <source>Allowed &amp;hosts:</source>
        <translation>Разрешённые &amp;хосты:</translation>
    </message>
    <message>
        <source>The sites whose tokens are accepted, unless the scenario lists its own. Leave it empty to accept all.</source>
        <translation>Сайты, токены которых принимаются, если в сценарии не указаны свои. Если поле пустое, принимаются все.</translation>
    </message>
    <message>
        <source>Try the k&amp;eychain again</source>
        <translation>Повторить запро&amp;с</translation>
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
        <source>Server keys are removed together with their profiles, including from the keychain. This happens when you press OK or Apply.</source>
        <translation>Вместе с профилем удаляется и его ключ сервера, в том числе из связки ключей. Это произойдёт, когда вы нажмёте «ОК» или «Применить».</translation>
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
        <source>Export profiles without keys</source>
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
        <source>Imports profiles from a file. Keys are not imported.</source>
        <translation>Импортирует профили из файла. Ключи не импортируются.</translation>
    </message>
    <message>
        <source>Exports the selected profiles to a file, without their keys.</source>
        <translation>Экспортирует выбранные профили в файл без ключей.</translation>
    </message>
    <message>
        <source>The emulator is a captcha service built into this program. It needs no keys, no network and no settings.

To try a real service, add a profile and enter the keys of a captcha created for testing.</source>
        <translation>Эмулятор — это сервис капчи, встроенный в программу. Ему не нужны ни ключи, ни сеть, ни настройка.

Чтобы попробовать настоящий сервис, добавьте профиль и введите ключи капчи, созданной для тестирования.</translation>
    </message>
    <message>
        <source>Appl&amp;y</source>
        <translation>При&amp;менить</translation>
    </message>
</context>
<context>
    <name>SavedFile</name>
    <message>
        <source>Could not save the file</source>
        <translation>Не удалось сохранить файл</translation>
    </message>
    <message>
        <source>Could not write %1: %2</source>
        <translation>Не удалось записать %1: %2</translation>
    </message>
</context>
<context>
    <name>ScenarioCard</name>
    <message>
        <source>Select a scenario in the list.</source>
        <translation>Выберите сценарий из списка.</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>Инструкция</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Шаги</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Исход</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Ошибка</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Вердикт</translation>
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
        <source>Cause</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Events, in order</source>
        <translation>События по порядку</translation>
    </message>
    <message>
        <source>Must not happen</source>
        <translation>Не должно произойти</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>Предельное время</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>Expected result</source>
        <translation>Ожидаемый результат</translation>
    </message>
    <message>
        <source>Emulator</source>
        <translation>Эмулятор</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Challenge</source>
        <translation>Задание</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Окно</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Оформление</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>About the scenario</source>
        <translation>О сценарии</translation>
    </message>
    <message>
        <source>For manual scenarios: everything worked as expected.</source>
        <translation>Для ручных сценариев: всё прошло как ожидалось.</translation>
    </message>
    <message>
        <source>For manual scenarios: something did not work as expected. Describe it in the notes.</source>
        <translation>Для ручных сценариев: что-то прошло не так. Опишите это в заметке.</translation>
    </message>
    <message>
        <source>Starts an invisible captcha, as an application does</source>
        <translation>Запускает невидимую капчу, как это делает приложение</translation>
    </message>
    <message>
        <source>Cancels the attempt, as an application does</source>
        <translation>Прекращает попытку, как это делает приложение</translation>
    </message>
    <message>
        <source>Resets the captcha, as an application does</source>
        <translation>Сбрасывает капчу, как это делает приложение</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Пройден</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Не пройден</translation>
    </message>
    <message>
        <source>Execute</source>
        <translation>Запустить</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Сбросить</translation>
    </message>
</context>
<context>
    <name>ScenarioModel</name>
    <message>
        <source>Not run</source>
        <translation>Не запускался</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Выполняется</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Пройден</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Не пройден</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Пропущен</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Прерван</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>title, state</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Сценарий</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Длительность</translation>
    </message>
</context>
<context>
    <name>ScenarioPanel</name>
    <message>
        <source>No scenarios.</source>
        <translation>Сценариев нет.</translation>
    </message>
    <message>
        <source>No matching scenarios.</source>
        <translation>Подходящих сценариев нет.</translation>
    </message>
    <message>
        <source>Title, name or tag</source>
        <translation>Название, имя или метка</translation>
    </message>
    <message>
        <source>Filter scenarios by title, name or tag</source>
        <translation>Фильтр сценариев по названию, имени или метке</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Все состояния</translation>
    </message>
    <message>
        <source>Filter scenarios by state</source>
        <translation>Фильтр сценариев по состоянию</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>Сценарии</translation>
    </message>
</context>
<context>
    <name>ScenariosPage</name>
    <message>
        <source>The captcha appears here when a scenario runs.
Press F5 to run the selected scenario, Shift+F5 to run all.</source>
        <translation>Здесь появится капча, когда вы запустите сценарий.
F5 — запустить выбранный, Shift+F5 — запустить все.</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Сценарий</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Токен</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Сбои</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Заметки</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Журнал событий</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Сеть</translation>
    </message>
</context>
<context>
    <name>SettingsPanel</name>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>&amp;Kind:</source>
        <translation>Вид &amp;капчи:</translation>
    </message>
    <message>
        <source>P&amp;olicy:</source>
        <translation>П&amp;олитика:</translation>
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
        <translation>В форме</translation>
    </message>
    <message>
        <source>In a separate window</source>
        <translation>В отдельном окне</translation>
    </message>
    <message>
        <source>The SDK’s own</source>
        <translation>Страница SDK</translation>
    </message>
    <message>
        <source>The service’s ready page</source>
        <translation>Готовая страница сервиса</translation>
    </message>
    <message>
        <source>As recommended by the service</source>
        <translation>Как рекомендует сервис</translation>
    </message>
    <message>
        <source>Strict</source>
        <translation>Строгая</translation>
    </message>
    <message>
        <source>&amp;Always show a challenge (test mode)</source>
        <translation>Вс&amp;егда показывать задание (режим тестирования)</translation>
    </message>
    <message>
        <source>Sc&amp;enario:</source>
        <translation>С&amp;ценарий:</translation>
    </message>
    <message>
        <source>Verify each toke&amp;n immediately</source>
        <translation>Проверять ка&amp;ждый токен сразу</translation>
    </message>
    <message>
        <source>Challenge:</source>
        <translation>Задание:</translation>
    </message>
    <message>
        <source>Page:</source>
        <translation>Страница:</translation>
    </message>
    <message>
        <source>Engine:</source>
        <translation>Движок:</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Автоматически</translation>
    </message>
    <message>
        <source>Your own browser</source>
        <translation>Ваш браузер</translation>
    </message>
</context>
<context>
    <name>SignInForm</name>
    <message>
        <source>Sign in</source>
        <translation>Вход</translation>
    </message>
    <message>
        <source>E&amp;mail</source>
        <translation>Эл. почт&amp;а</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>Паро&amp;ль</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>Во&amp;йти</translation>
    </message>
    <message>
        <source>Welcome, %1!</source>
        <translation>Добро пожаловать, %1!</translation>
    </message>
    <message>
        <source>The captcha was not accepted, so you were not signed in.</source>
        <translation>Войти не удалось: капча не пройдена.</translation>
    </message>
    <message>
        <source>You closed the captcha. Start it again to sign in.</source>
        <translation>Вы закрыли капчу. Чтобы войти, пройдите её ещё раз.</translation>
    </message>
    <message>
        <source>Protected by SmartCaptcha. %1How data is processed%2</source>
        <extracomment>%1 and %2 begin and end a link.</extracomment>
        <translation>Защищено SmartCaptcha. %1Как обрабатываются данные%2</translation>
    </message>
</context>
<context>
    <name>TimelineModel</name>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Elapsed, s</source>
        <translation>Прошло, с</translation>
    </message>
    <message>
        <source>Source</source>
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
        <source>Network</source>
        <translation>Сеть</translation>
    </message>
    <message>
        <source>Verifier</source>
        <translation>Верификатор</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Пользователь</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Программа</translation>
    </message>
</context>
<context>
    <name>TimelinePanel</name>
    <message>
        <source>Save timeline</source>
        <translation>Сохранить журнал событий</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Текст (*.txt)</translation>
    </message>
    <message>
        <source>Copy the selected lines, or all if none are selected</source>
        <translation>Копировать выбранные строки, а если ничего не выбрано — все</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Сохранить…</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Журнал событий</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Очистить</translation>
    </message>
</context>
<context>
    <name>TokenCard</name>
    <message>
        <source>Token</source>
        <translation>Токен</translation>
    </message>
    <message>
        <source>A token can be verified only once. This shows what happens the second time.</source>
        <translation>Токен можно проверить только один раз. Здесь видно, что будет при второй проверке.</translation>
    </message>
    <message>
        <source>No token yet.</source>
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
    <message>
        <source>Passed on %1.</source>
        <translation>Капча пройдена на сайте %1.</translation>
    </message>
    <message>
        <source>Status %1 in %2 ms.</source>
        <translation>Код %1, %2 мс.</translation>
    </message>
    <message>
        <source>Verif&amp;y</source>
        <translation>Провер&amp;ить</translation>
    </message>
    <message>
        <source>Each token is verified as soon as it is received.</source>
        <translation>Каждый токен проверяется сразу, как только получен.</translation>
    </message>
    <message>
        <source>Verifies the token with the service.</source>
        <translation>Отправляет токен на проверку в сервис.</translation>
    </message>
    <message>
        <source>Verify a&amp;gain</source>
        <translation>Проверить ещё &amp;раз</translation>
    </message>
    <message>
        <source>E&amp;xpire now</source>
        <translation>Просро&amp;чить</translation>
    </message>
    <message>
        <source>Advances the emulator’s clock until the token expires, then verifies it.</source>
        <translation>Переводит часы эмулятора вперёд, чтобы срок токена истёк, и проверяет токен.</translation>
    </message>
    <message>
        <source>Waits until the token’s five minutes are over, then verifies it.</source>
        <translation>Ждёт, пока пройдут пять минут, и проверяет токен.</translation>
    </message>
    <message>
        <source>Verify &amp;damaged</source>
        <translation>Испор&amp;тить и проверить</translation>
    </message>
    <message>
        <source>Verifies the token with one character changed.</source>
        <translation>Проверяет токен, в котором изменён один символ.</translation>
    </message>
    <message>
        <source>Not verified yet.</source>
        <translation>Ещё не проверен.</translation>
    </message>
    <message>
        <source>Stop wa&amp;iting</source>
        <translation>Не &amp;дожидаться</translation>
    </message>
    <message>
        <source>Wa&amp;it until expired</source>
        <translation>&amp;Дождаться истечения</translation>
    </message>
</context>
</TS>
