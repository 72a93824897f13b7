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
        <source>Nothing was sent.</source>
        <translation>Ничего не отправлено.</translation>
    </message>
    <message>
        <source>Status %1 after %2 ms</source>
        <translation>Статус %1 через %2 мс</translation>
    </message>
    <message>
        <source>No answer after %1 ms</source>
        <translation>Нет ответа через %1 мс</translation>
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
        <source>Message of the service</source>
        <translation>Сообщение сервиса</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробности</translation>
    </message>
    <message>
        <source>What a person is told</source>
        <translation>Что сообщается человеку</translation>
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
        <translation>Статус</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Длилось</translation>
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
        <source>What was sent and answered</source>
        <translation>Что отправлено и что получено</translation>
    </message>
</context>
<context>
    <name>FaultPanel</name>
    <message>
        <source>A real service has no switches. With the profile of the emulator you can choose faults here.</source>
        <translation>У настоящего сервиса нет переключателей. С профилем эмулятора здесь можно выбрать сбой.</translation>
    </message>
    <message>
        <source>A change counts at once. The next scenario sets all of it anew.</source>
        <translation>Изменения действуют сразу. Следующий сценарий задаст всё заново.</translation>
    </message>
    <message>
        <source>What the emulator does:</source>
        <translation>Что делает эмулятор:</translation>
    </message>
    <message>
        <source>The service can be reached</source>
        <translation>Сервис доступен</translation>
    </message>
    <message>
        <source>Let five minutes pass</source>
        <translation>Пусть пройдёт пять минут</translation>
    </message>
</context>
<context>
    <name>FormPage</name>
    <message>
        <source>Timeline</source>
        <translation>Ход событий</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Сеть</translation>
    </message>
    <message>
        <source>&amp;Begin anew</source>
        <translation>&amp;Начать заново</translation>
    </message>
</context>
<context>
    <name>HarnessActions</name>
    <message>
        <source>Tools</source>
        <translation>Инструменты</translation>
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
        <source>Show the session’s &amp;folder</source>
        <translation>Показать &amp;папку сеанса</translation>
    </message>
    <message>
        <source>&amp;Add scenarios…</source>
        <translation>&amp;Добавить сценарии…</translation>
    </message>
    <message>
        <source>Save the &amp;report…</source>
        <translation>Сохранить &amp;отчёт…</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Отчёт</translation>
    </message>
    <message>
        <source>Save the report as &amp;JSON…</source>
        <translation>Сохранить отчёт в формате &amp;JSON…</translation>
    </message>
    <message>
        <source>Save the report as JUnit &amp;XML…</source>
        <translation>Сохранить отчёт в формате JUnit &amp;XML…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Выход</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Запуск</translation>
    </message>
    <message>
        <source>Run by &amp;hand</source>
        <translation>Выполнить вр&amp;учную</translation>
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
        <source>Run the &amp;failed ones again</source>
        <translation>Повторить н&amp;еудавшиеся</translation>
    </message>
    <message>
        <source>Failed again</source>
        <translation>Неудавшиеся</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Остановить</translation>
    </message>
    <message>
        <source>It &amp;passed</source>
        <translation>&amp;Удалось</translation>
    </message>
    <message>
        <source>It fai&amp;led</source>
        <translation>Н&amp;е удалось</translation>
    </message>
    <message>
        <source>&amp;Take a picture</source>
        <translation>Сделать с&amp;нимок</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Снимок</translation>
    </message>
    <message>
        <source>&amp;Profile</source>
        <translation>&amp;Профиль</translation>
    </message>
    <message>
        <source>&amp;Edit the profiles…</source>
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
        <source>&amp;By hand</source>
        <translation>Вр&amp;учную</translation>
    </message>
    <message>
        <source>&amp;Find a scenario</source>
        <translation>&amp;Найти сценарий</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Язык</translation>
    </message>
    <message>
        <source>&amp;Colors</source>
        <translation>&amp;Цвета</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Как в &amp;системе</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>С&amp;ветлые</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Тёмные</translation>
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
        <translation>&amp;О демонстрации</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>О &amp;Qt</translation>
    </message>
    <message>
        <source>F&amp;orget the added scenarios</source>
        <translation>&amp;Забыть добавленные сценарии</translation>
    </message>
</context>
<context>
    <name>HarnessStatus</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>Emulator at %1: no keys and no internet are needed.</source>
        <translation>Эмулятор по адресу %1: ни ключи, ни интернет не нужны.</translation>
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
        <source>There is no server key.</source>
        <translation>Ключа сервера нет.</translation>
    </message>
    <message>
        <source>The server key is in the keychain.</source>
        <translation>Ключ сервера — в системной связке ключей.</translation>
    </message>
    <message>
        <source>The server key is in memory only.</source>
        <translation>Ключ сервера — только в памяти.</translation>
    </message>
    <message>
        <source>%1 passed, %2 failed, %3 skipped</source>
        <translation>Успешно: %1, с ошибкой: %2, пропущено: %3</translation>
    </message>
    <message numerus="yes">
        <source>of %n scenario(s)</source>
        <translation>
            <numerusform>из %n сценария</numerusform>
            <numerusform>из %n сценариев</numerusform>
            <numerusform>из %n сценариев</numerusform>
        </translation>
    </message>
    <message>
        <source>Progress of the run</source>
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
        <source>The session of %1 is open again, with %n result(s). “New session” in the file menu begins another one.</source>
        <translation>
            <numerusform>Снова открыт сеанс от %1, в нём %n результат. Команда «Новый сеанс» в меню «Файл» начнёт другой.</numerusform>
            <numerusform>Снова открыт сеанс от %1, в нём %n результата. Команда «Новый сеанс» в меню «Файл» начнёт другой.</numerusform>
            <numerusform>Снова открыт сеанс от %1, в нём %n результатов. Команда «Новый сеанс» в меню «Файл» начнёт другой.</numerusform>
        </translation>
    </message>
    <message>
        <source>The session cannot be opened</source>
        <translation>Сеанс не открывается</translation>
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
        <source>There is none yet</source>
        <translation>Пока нет ни одного</translation>
    </message>
    <message>
        <source>Scenarios were left out:</source>
        <translation>Некоторые сценарии пропущены:</translation>
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
        <source>Save the report</source>
        <translation>Сохранить отчёт</translation>
    </message>
    <message>
        <source>About the demo</source>
        <translation>О демонстрации</translation>
    </message>
    <message>
        <source>SmartCaptcha for Qt %1, with Qt %2.

Shows a captcha of Yandex SmartCaptcha, and tries every setting and every fault of it.</source>
        <translation>SmartCaptcha for Qt %1, Qt %2.

Показывает капчу Yandex SmartCaptcha и проверяет все её настройки и сбои.</translation>
    </message>
    <message>
        <source>SmartCaptcha demo</source>
        <translation>Демонстрация SmartCaptcha</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>Сценарии</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Вручную</translation>
    </message>
    <message>
        <source>A scenario is running; it would be stopped without a result.</source>
        <translation>Выполняется сценарий: он будет остановлен без результата.</translation>
    </message>
    <message>
        <source>The keychain has not stored the server key of “%1” yet.</source>
        <translation>Связка ключей ещё не сохранила ключ сервера профиля «%1».</translation>
    </message>
    <message>
        <source>Close the window?</source>
        <translation>Закрыть окно?</translation>
    </message>
    <message>
        <source>Close all the same</source>
        <translation>Всё равно закрыть</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Продолжить</translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>Enter opens %1</source>
        <translation>Enter открывает %1</translation>
    </message>
    <message>
        <source>What you have noticed; it goes into the report.</source>
        <translation>Что вы заметили: это войдёт в отчёт.</translation>
    </message>
    <message>
        <source>Note on the scenario</source>
        <translation>Заметка к сценарию</translation>
    </message>
    <message>
        <source>Pictures of the scenario</source>
        <translation>Снимки сценария</translation>
    </message>
    <message>
        <source>Take a picture</source>
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
    <name>SavedFile</name>
    <message>
        <source>It could not be saved</source>
        <translation>Сохранить не удалось</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>Не удаётся записать %1: %2</translation>
    </message>
</context>
<context>
    <name>ScenarioCard</name>
    <message>
        <source>Choose a scenario from the list.</source>
        <translation>Выберите сценарий из списка.</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Что делать</translation>
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
        <source>Events, in this order</source>
        <translation>События в этом порядке</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Никогда</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>Не дольше</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>What must come of it</source>
        <translation>Что должно получиться</translation>
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
        <source>Colors</source>
        <translation>Цвета</translation>
    </message>
    <message>
        <source>What is set</source>
        <translation>Что задано</translation>
    </message>
    <message>
        <source>About the scenario</source>
        <translation>О сценарии</translation>
    </message>
    <message>
        <source>For a person’s scenario: everything was as it should be.</source>
        <translation>Для сценария, который выполняет человек: всё прошло как надо.</translation>
    </message>
    <message>
        <source>For a person’s scenario: something was not as it should be. The note says what.</source>
        <translation>Для сценария, который выполняет человек: что-то прошло не так. Что именно — в заметке.</translation>
    </message>
    <message>
        <source>What an application does to start an invisible captcha</source>
        <translation>Так приложение запускает невидимую капчу</translation>
    </message>
    <message>
        <source>What an application does to end an attempt</source>
        <translation>Так приложение прекращает попытку</translation>
    </message>
    <message>
        <source>What an application does to begin anew</source>
        <translation>Так приложение начинает заново</translation>
    </message>
    <message>
        <source>It passed</source>
        <translation>Удалось</translation>
    </message>
    <message>
        <source>It failed</source>
        <translation>Не удалось</translation>
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
        <source>Not tried</source>
        <translation>Не проверен</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Выполняется</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Успешно</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Ошибка</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Пропущен</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Остановлен</translation>
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
        <source>Took</source>
        <translation>Длилось</translation>
    </message>
</context>
<context>
    <name>ScenarioPanel</name>
    <message>
        <source>There are no scenarios.</source>
        <translation>Сценариев нет.</translation>
    </message>
    <message>
        <source>No scenario is like that.</source>
        <translation>Таких сценариев нет.</translation>
    </message>
    <message>
        <source>Title, name or tag</source>
        <translation>Название, имя или метка</translation>
    </message>
    <message>
        <source>Filter the scenarios by title, name or tag</source>
        <translation>Отбор сценариев по названию, имени или метке</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Все состояния</translation>
    </message>
    <message>
        <source>Filter the scenarios by state</source>
        <translation>Отбор сценариев по состоянию</translation>
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
F5 runs the chosen one, Shift+F5 all of them.</source>
        <translation>Здесь появится капча, когда сценарий будет запущен.
F5 запускает выбранный, Shift+F5 — все.</translation>
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
        <translation>Ход событий</translation>
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
        <translation>Вс&amp;егда показывать задание (режим отладки)</translation>
    </message>
    <message>
        <source>Sc&amp;enario:</source>
        <translation>С&amp;ценарий:</translation>
    </message>
    <message>
        <source>Verify each token at o&amp;nce</source>
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
</context>
<context>
    <name>SignInForm</name>
    <message>
        <source>Sign in</source>
        <translation>Вход</translation>
    </message>
    <message>
        <source>E-&amp;mail</source>
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
        <translation>Проверка капчи не пройдена, поэтому войти не удалось.</translation>
    </message>
    <message>
        <source>You closed the captcha. Start it again to sign in.</source>
        <translation>Вы закрыли капчу. Чтобы войти, пройдите её ещё раз.</translation>
    </message>
</context>
<context>
    <name>TimelineModel</name>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>After, s</source>
        <translation>Через, с</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Откуда</translation>
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
        <translation>Проверка</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Человек</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Программа</translation>
    </message>
</context>
<context>
    <name>TimelinePanel</name>
    <message>
        <source>Save the timeline</source>
        <translation>Сохранить ход событий</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Текст (*.txt)</translation>
    </message>
    <message>
        <source>Copy the selected lines, or all of them</source>
        <translation>Копировать выбранные строки или все</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Сохранить…</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Что произошло</translation>
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
    <message>
        <source>&amp;Use</source>
        <translation>&amp;Использовать</translation>
    </message>
    <message>
        <source>Each token is verified as soon as it is there.</source>
        <translation>Каждый токен проверяется сразу, как только получен.</translation>
    </message>
    <message>
        <source>Asks the service whose token it is.</source>
        <translation>Спрашивает сервис, чей это токен.</translation>
    </message>
    <message>
        <source>Use a&amp;gain</source>
        <translation>Ещё &amp;раз</translation>
    </message>
    <message>
        <source>&amp;Let it expire</source>
        <translation>Просро&amp;чить</translation>
    </message>
    <message>
        <source>Moves the emulator’s clock and asks about the token then.</source>
        <translation>Переводит часы эмулятора и спрашивает о токене после этого.</translation>
    </message>
    <message>
        <source>Asks about the token when its five minutes are over.</source>
        <translation>Спрашивает о токене, когда пройдут его пять минут.</translation>
    </message>
    <message>
        <source>Use &amp;damaged</source>
        <translation>Испор&amp;тить</translation>
    </message>
    <message>
        <source>Asks about the token with one character changed.</source>
        <translation>Спрашивает о токене, в котором изменён один символ.</translation>
    </message>
    <message>
        <source>Not verified yet.</source>
        <translation>Ещё не проверен.</translation>
    </message>
    <message>
        <source>Do not wa&amp;it</source>
        <translation>Не &amp;дожидаться</translation>
    </message>
    <message>
        <source>Wa&amp;it until expired</source>
        <translation>&amp;Дождаться истечения</translation>
    </message>
</context>
</TS>
