<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru">
<context>
    <name>Qa::Batch</name>
    <message>
        <source>Requires a person.</source>
        <translation>Нужен человек.</translation>
    </message>
    <message>
        <source>Requires the emulator.</source>
        <translation>Нужен эмулятор.</translation>
    </message>
    <message>
        <source>Requires a real service.</source>
        <translation>Нужен настоящий сервис.</translation>
    </message>
    <message>
        <source>Requires a screen at %1 %.</source>
        <translation>Нужен экран с масштабом %1 %.</translation>
    </message>
    <message>
        <source>Not run because the run was stopped.</source>
        <translation>Не запускался: прогон был прерван.</translation>
    </message>
    <message>
        <source>Requires Qt WebEngine.</source>
        <translation>Нужен Qt WebEngine.</translation>
    </message>
    <message>
        <source>Requires a browser that is controlled.</source>
        <translation>Нужен браузер, которым управляет программа.</translation>
    </message>
</context>
<context>
    <name>Qa::EventText</name>
    <message>
        <source>State: %1</source>
        <translation>Состояние: %1</translation>
    </message>
    <message>
        <source>A challenge is shown</source>
        <translation>Показано задание</translation>
    </message>
    <message>
        <source>The challenge is closed</source>
        <translation>Задание закрыто</translation>
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
        <source>The token has expired</source>
        <translation>Срок токена истёк</translation>
    </message>
    <message>
        <source>The attempt was cancelled</source>
        <translation>Попытка отменена</translation>
    </message>
    <message>
        <source>Error %1: %2</source>
        <translation>Ошибка %1: %2</translation>
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
        <source>Verdict %1, %2, cause %3, status %4, after %5 ms</source>
        <translation>Вердикт: %1, %2, причина: %3, код %4, %5 мс</translation>
    </message>
    <message>
        <source>The emulator has the scenario %1 now</source>
        <translation>Теперь у эмулятора сценарий %1</translation>
    </message>
    <message>
        <source>The service can be reached again</source>
        <translation>Сервис снова доступен</translation>
    </message>
    <message>
        <source>The service is gone</source>
        <translation>Сервис недоступен</translation>
    </message>
</context>
<context>
    <name>Qa::HtmlReport</name>
    <message>
        <source>passed</source>
        <translation>пройден</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>не пройден</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>пропущен</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>прерван</translation>
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
        <source>What went wrong</source>
        <translation>Что пошло не так</translation>
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
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n событие</numerusform>
            <numerusform>%n события</numerusform>
            <numerusform>%n событий</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>SmartCaptcha test report</source>
        <translation>Отчёт о тестировании SmartCaptcha</translation>
    </message>
    <message>
        <source>%1 passed, %2 failed, %3 skipped, %4 stopped</source>
        <translation>Пройдено: %1, не пройдено: %2, пропущено: %3, прервано: %4</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Длительность</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Профиль</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Сервис</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Движок</translation>
    </message>
    <message>
        <source>Qt</source>
        <translation>Qt</translation>
    </message>
    <message>
        <source>SDK</source>
        <translation>SDK</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Результат</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Сценарий</translation>
    </message>
</context>
<context>
    <name>Qa::Journal</name>
    <message>
        <source>The file contains no session.</source>
        <translation>В файле нет сеанса.</translation>
    </message>
</context>
<context>
    <name>Qa::Judge</name>
    <message>
        <source>The captcha failed with %1.</source>
        <translation>Капча завершилась ошибкой %1.</translation>
    </message>
    <message>
        <source>There was no outcome.</source>
        <translation>Исхода не было.</translation>
    </message>
    <message>
        <source>The outcome was %1.</source>
        <translation>Фактический исход: %1.</translation>
    </message>
    <message>
        <source>The verdict was %1, %2, cause %3.</source>
        <translation>Вердикт: %1, %2, причина: %3.</translation>
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
        <source>The event %1 must not happen, but it did.</source>
        <translation>Произошло событие %1, которого быть не должно.</translation>
    </message>
    <message>
        <source>Expected outcome: %1. %2</source>
        <translation>Ожидался исход %1. %2</translation>
    </message>
    <message>
        <source>Expected error: %1. %2</source>
        <translation>Ожидалась ошибка %1. %2</translation>
    </message>
    <message>
        <source>Expected a verdict, but there was none.</source>
        <translation>Ожидался вердикт, но его не было.</translation>
    </message>
    <message>
        <source>Expected verdict: %1. %2</source>
        <translation>Ожидался вердикт %1. %2</translation>
    </message>
    <message>
        <source>The token should have been accepted. %1</source>
        <translation>Токен должен был быть принят. %1</translation>
    </message>
    <message>
        <source>The token should not have been accepted. %1</source>
        <translation>Токен не должен был быть принят. %1</translation>
    </message>
    <message>
        <source>Expected cause: %1. %2</source>
        <translation>Ожидалась причина %1. %2</translation>
    </message>
    <message>
        <source>The event %1 is missing or out of order; events: %2.</source>
        <translation>Событие %1 отсутствует или произошло не в том порядке; были: %2.</translation>
    </message>
</context>
<context>
    <name>Qa::KeyPair</name>
    <message>
        <source>Both keys are missing. You can find them in the captcha’s settings in the service console.</source>
        <translation>Укажите оба ключа. Они есть в настройках капчи в консоли сервиса.</translation>
    </message>
    <message>
        <source>A server key (ysc2_) was entered instead of the site key. It is secret: enter it in its own field, and the site key (ysc1_) here.</source>
        <translation>Вместо ключа клиента указан ключ сервера (ysc2_). Он секретный: введите его в своё поле, а здесь укажите ключ клиента (ysc1_).</translation>
    </message>
    <message>
        <source>A site key (ysc1_) was entered instead of the server key, which begins with ysc2_.</source>
        <translation>Вместо ключа сервера, который начинается с ysc2_, указан ключ клиента (ysc1_).</translation>
    </message>
    <message>
        <source>The site key is missing.</source>
        <translation>Укажите ключ клиента.</translation>
    </message>
    <message>
        <source>The server key is missing: captchas can be shown, but their tokens cannot be verified.</source>
        <translation>Не указан ключ сервера: капчу показать можно, а проверить её токен нельзя.</translation>
    </message>
    <message>
        <source>One of the keys seems to be incomplete.</source>
        <translation>Похоже, один из ключей скопирован не полностью.</translation>
    </message>
    <message>
        <source>The keys do not match: they belong to two different captchas.</source>
        <translation>Ключи не подходят друг к другу: они от разных капч.</translation>
    </message>
    <message>
        <source>The keys match.</source>
        <translation>Ключи подходят друг к другу.</translation>
    </message>
    <message>
        <source>The site key must begin with ysc1_ and contain no spaces.</source>
        <translation>Ключ клиента должен начинаться с ysc1_ и не содержать пробелов.</translation>
    </message>
    <message>
        <source>The server key must begin with ysc2_ and contain no spaces.</source>
        <translation>Ключ сервера должен начинаться с ysc2_ и не содержать пробелов.</translation>
    </message>
</context>
<context>
    <name>Qa::ObjectReader</name>
    <message>
        <source>Expected an object, { ... }.</source>
        <translation>Ожидается объект, { ... }.</translation>
    </message>
    <message>
        <source>Unknown field; it may be misspelt.</source>
        <translation>Неизвестное поле; возможно, в имени опечатка.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is invalid; valid values: %2.</source>
        <translation>Значение «%1» недопустимо. Возможные: %2.</translation>
    </message>
    <message>
        <source>Expected a text in quotation marks.</source>
        <translation>Ожидается текст в кавычках.</translation>
    </message>
    <message>
        <source>This field is missing.</source>
        <translation>Поле не указано.</translation>
    </message>
    <message>
        <source>Expected a list, [ ... ].</source>
        <translation>Ожидается список, [ ... ].</translation>
    </message>
    <message>
        <source>Expected true or false.</source>
        <translation>Ожидается true или false.</translation>
    </message>
    <message>
        <source>Expected a whole number from %1 to %2.</source>
        <translation>Ожидается целое число от %1 до %2.</translation>
    </message>
    <message>
        <source>Expected a number from %1 to %2.</source>
        <translation>Ожидается число от %1 до %2.</translation>
    </message>
    <message>
        <source>Expected a width and a height.</source>
        <translation>Ожидаются ширина (width) и высота (height).</translation>
    </message>
    <message>
        <source>Expected a text that is not empty.</source>
        <translation>Ожидается непустой текст.</translation>
    </message>
</context>
<context>
    <name>Qa::Performance</name>
    <message>
        <source>The emulator could not be started again at its port</source>
        <translation>Не удалось снова запустить эмулятор на его порту</translation>
    </message>
    <message>
        <source>The captcha did not become ready</source>
        <translation>Капча не загрузилась</translation>
    </message>
    <message>
        <source>Pressing the button had no effect</source>
        <translation>Нажатие кнопки не подействовало</translation>
    </message>
    <message>
        <source>No challenge was shown</source>
        <translation>Задание не появилось</translation>
    </message>
    <message>
        <source>A wrong answer did not lead to a new task</source>
        <translation>После неверного ответа не появилось новое задание</translation>
    </message>
    <message>
        <source>No token was received</source>
        <translation>Токен не получен</translation>
    </message>
    <message>
        <source>No verdict was received</source>
        <translation>Вердикт не получен</translation>
    </message>
    <message>
        <source>The token did not expire</source>
        <translation>Срок токена не истёк</translation>
    </message>
    <message>
        <source>There was no error</source>
        <translation>Ошибки не было</translation>
    </message>
    <message>
        <source>There is no retry button</source>
        <translation>Нет кнопки повторной попытки</translation>
    </message>
    <message>
        <source>The retry button had no effect</source>
        <translation>Кнопка повторной попытки не подействовала</translation>
    </message>
    <message>
        <source>The captcha did not load in the new language</source>
        <translation>Капча не загрузилась на новом языке</translation>
    </message>
    <message>
        <source>The captcha does not get the keyboard focus</source>
        <translation>Капча не получает фокус ввода</translation>
    </message>
    <message>
        <source>The browser does not respond</source>
        <translation>Браузер не отвечает</translation>
    </message>
    <message>
        <source>The button is not there</source>
        <translation>Такой кнопки нет</translation>
    </message>
    <message>
        <source>The check goes on</source>
        <translation>Проверка продолжается</translation>
    </message>
    <message>
        <source>Closes the tab</source>
        <translation>Закрывает вкладку</translation>
    </message>
    <message>
        <source>Presses the button to open the page again</source>
        <translation>Нажимает кнопку, чтобы снова открыть страницу</translation>
    </message>
    <message>
        <source>Presses the button to cancel</source>
        <translation>Нажимает кнопку отмены</translation>
    </message>
    <message>
        <source>Presses the space bar</source>
        <translation>Нажимает пробел</translation>
    </message>
    <message>
        <source>Clicks the button</source>
        <translation>Щёлкает по кнопке</translation>
    </message>
    <message>
        <source>Types an answer and sends it</source>
        <translation>Вводит ответ и отправляет его</translation>
    </message>
    <message>
        <source>Types an answer and presses Enter</source>
        <translation>Вводит ответ и нажимает Enter</translation>
    </message>
    <message>
        <source>Closes the challenge with its cross</source>
        <translation>Закрывает задание крестиком</translation>
    </message>
    <message>
        <source>Presses Esc</source>
        <translation>Нажимает Esc</translation>
    </message>
    <message>
        <source>Closes the window</source>
        <translation>Закрывает окно</translation>
    </message>
    <message>
        <source>There is no window to close</source>
        <translation>Окна, которое можно закрыть, нет</translation>
    </message>
    <message>
        <source>Presses the button to try again</source>
        <translation>Нажимает кнопку повторной попытки</translation>
    </message>
    <message>
        <source>The keyboard was elsewhere; it is brought back</source>
        <translation>Фокус ввода был в другом месте; он возвращён капче</translation>
    </message>
</context>
<context>
    <name>Qa::Profile</name>
    <message>
        <source>Emulator</source>
        <translation>Эмулятор</translation>
    </message>
    <message>
        <source>The service address is invalid: it must begin with https://, or with http:// on this computer.</source>
        <translation>Недопустимый адрес сервиса: он должен начинаться с https:// (для этого компьютера можно http://).</translation>
    </message>
    <message>
        <source>The page origin is invalid: it must be the address of a site, such as https://shop.example.</source>
        <translation>Недопустимый адрес сайта: укажите адрес вида https://shop.example.</translation>
    </message>
    <message>
        <source>The page origin is missing. The SDK’s page needs one: a site allowed for the site key.</source>
        <translation>Укажите адрес сайта, разрешённого для ключа клиента: он нужен странице SDK.</translation>
    </message>
</context>
<context>
    <name>Qa::ProfileFile</name>
    <message>
        <source>It is not valid JSON: %1.</source>
        <translation>Неправильный JSON: %1.</translation>
    </message>
    <message>
        <source>It was written by a newer version of this program.</source>
        <translation>Файл записан более новой версией программы.</translation>
    </message>
    <message>
        <source>It contains no profiles.</source>
        <translation>В файле нет профилей.</translation>
    </message>
    <message numerus="yes">
        <source>%n profile(s) could not be read.</source>
        <translation>
            <numerusform>Не удалось прочитать %n профиль.</numerusform>
            <numerusform>Не удалось прочитать %n профиля.</numerusform>
            <numerusform>Не удалось прочитать %n профилей.</numerusform>
        </translation>
    </message>
    <message>
        <source>Could not write %1: %2.</source>
        <translation>Не удалось записать %1: %2.</translation>
    </message>
    <message>
        <source>A name, an address or a host of these profiles contains a key. It would be exported with them; remove it first.</source>
        <translation>В названии, адресе или хосте одного из этих профилей записан ключ. Он попал бы в файл; сначала удалите его.</translation>
    </message>
    <message>
        <source>Could not read %1: %2.</source>
        <translation>Не удалось прочитать %1: %2.</translation>
    </message>
    <message>
        <source>Could not import %1. %2</source>
        <translation>Не удалось импортировать %1. %2</translation>
    </message>
</context>
<context>
    <name>Qa::ProfileKeys</name>
    <message>
        <source>The server key was not saved. %1</source>
        <translation>Ключ сервера не сохранён. %1</translation>
    </message>
    <message>
        <source>The server key could not be removed from the keychain. %1</source>
        <translation>Не удалось удалить ключ сервера из связки ключей. %1</translation>
    </message>
    <message>
        <source>This program was built without keychain support.</source>
        <translation>Программа собрана без поддержки связки ключей.</translation>
    </message>
</context>
<context>
    <name>Qa::ProfileStore</name>
    <message>
        <source>It could not be opened: %1.</source>
        <translation>Не удалось открыть файл: %1.</translation>
    </message>
    <message>
        <source>The profiles file %1 could not be read completely. %2</source>
        <translation>Файл профилей %1 не удалось прочитать целиком. %2</translation>
    </message>
    <message>
        <source>It could not be copied either, so it is left unchanged, and changes are not saved.</source>
        <translation>Скопировать его тоже не удалось, поэтому он остаётся как есть, а изменения не сохраняются.</translation>
    </message>
    <message>
        <source>A copy was saved as %1.</source>
        <translation>Копия сохранена как %1.</translation>
    </message>
    <message>
        <source>This profile no longer exists.</source>
        <translation>Этого профиля больше нет.</translation>
    </message>
    <message>
        <source>The emulator profile cannot be removed.</source>
        <translation>Профиль эмулятора нельзя удалить.</translation>
    </message>
    <message>
        <source>Enter a name for the profile.</source>
        <translation>Укажите название профиля.</translation>
    </message>
    <message>
        <source>A profile named “%1” already exists.</source>
        <translation>Профиль «%1» уже есть.</translation>
    </message>
    <message>
        <source>The same profile already exists.</source>
        <translation>Такой профиль уже есть.</translation>
    </message>
    <message>
        <source>There is a server key (ysc2_) in the wrong field. It would be saved in plain text; remove it first.</source>
        <translation>Ключ сервера (ysc2_) введён не в то поле. Он сохранился бы открытым текстом; сначала удалите его оттуда.</translation>
    </message>
    <message>
        <source>Another program has changed the profiles file %1 in the meantime.</source>
        <translation>Файл профилей %1 уже изменён другой программой.</translation>
    </message>
</context>
<context>
    <name>Qa::ScenarioReader</name>
    <message>
        <source>Unknown step &quot;%1&quot;; valid steps: %2.</source>
        <translation>Неизвестный шаг «%1». Возможные: %2.</translation>
    </message>
    <message>
        <source>This field is missing.</source>
        <translation>Поле не указано.</translation>
    </message>
    <message>
        <source>Expected the field &quot;milliseconds&quot;.</source>
        <translation>Ожидается поле «milliseconds».</translation>
    </message>
    <message>
        <source>The emulator has no scenario &quot;%1&quot;.</source>
        <translation>У эмулятора нет сценария «%1».</translation>
    </message>
    <message>
        <source>&quot;to&quot; must be light or dark.</source>
        <translation>В поле «to» ожидается light или dark.</translation>
    </message>
    <message>
        <source>Unknown language &quot;%1&quot;.</source>
        <translation>Неизвестный язык «%1».</translation>
    </message>
    <message>
        <source>Expected the field &quot;to&quot; with a width and a height.</source>
        <translation>Ожидается поле «to» с шириной (width) и высотой (height).</translation>
    </message>
    <message>
        <source>Expected an outcome, a verdict or events.</source>
        <translation>Ожидается исход (outcome), вердикт (verdict) или события (events).</translation>
    </message>
    <message>
        <source>An id may only contain lower-case letters, digits and single hyphens.</source>
        <translation>Идентификатор может содержать только строчные латинские буквы, цифры и одиночные дефисы.</translation>
    </message>
    <message>
        <source>Specify who can run it: %1.</source>
        <translation>Укажите, кто может выполнить сценарий: %1.</translation>
    </message>
    <message>
        <source>Expected instructions for the person.</source>
        <translation>Ожидаются инструкции для человека.</translation>
    </message>
    <message>
        <source>Expected a list, [ ... ].</source>
        <translation>Ожидается список, [ ... ].</translation>
    </message>
    <message>
        <source>A scenario &quot;%1&quot; already exists.</source>
        <translation>Сценарий «%1» уже есть.</translation>
    </message>
    <message>
        <source>It is not valid JSON: %1.</source>
        <translation>Неправильный JSON: %1.</translation>
    </message>
    <message>
        <source>Expected a list of scenarios, [ ... ].</source>
        <translation>Ожидается список сценариев, [ ... ].</translation>
    </message>
    <message>
        <source>It could not be opened: %1.</source>
        <translation>Не удалось открыть файл: %1.</translation>
    </message>
</context>
<context>
    <name>Qa::ScenarioRun</name>
    <message numerus="yes">
        <source>The scenario did not finish within %n second(s). %1</source>
        <translation>
            <numerusform>Сценарий не завершился за %n секунду. %1</numerusform>
            <numerusform>Сценарий не завершился за %n секунды. %1</numerusform>
            <numerusform>Сценарий не завершился за %n секунд. %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The run was stopped.</source>
        <translation>Сценарий прерван.</translation>
    </message>
    <message>
        <source>The tester marked it as failed.</source>
        <translation>Тестировщик отметил сценарий как не пройденный.</translation>
    </message>
</context>
<context>
    <name>Qa::Session</name>
    <message>
        <source>%1 contains no session.</source>
        <translation>В папке %1 нет сеанса.</translation>
    </message>
    <message>
        <source>The session in %1 is already open in another window.</source>
        <translation>Сеанс в папке %1 уже открыт в другом окне.</translation>
    </message>
    <message>
        <source>Could not create the folder %1, so this session is not saved.</source>
        <translation>Не удалось создать папку %1, поэтому сеанс не сохраняется.</translation>
    </message>
    <message>
        <source>Could not save the session in %1. %2</source>
        <translation>Не удалось сохранить сеанс в папке %1. %2</translation>
    </message>
    <message>
        <source>Could not save the result of %1. %2</source>
        <translation>Не удалось сохранить результат сценария %1. %2</translation>
    </message>
    <message>
        <source>Could not save the note on %1. %2</source>
        <translation>Не удалось сохранить заметку к сценарию %1. %2</translation>
    </message>
    <message>
        <source>Could not save the screenshot of %1. %2</source>
        <translation>Не удалось сохранить снимок сценария %1. %2</translation>
    </message>
    <message>
        <source>Not run.</source>
        <translation>Не запускался.</translation>
    </message>
</context>
<context>
    <name>Qa::Stage</name>
    <message>
        <source>Email</source>
        <translation>Эл. почта</translation>
    </message>
    <message>
        <source>This form is protected by Yandex SmartCaptcha, which processes visitors’ data.</source>
        <translation>Форма защищена сервисом Yandex SmartCaptcha, который обрабатывает данные посетителей.</translation>
    </message>
    <message>
        <source>The emulator could not be started: %1</source>
        <translation>Не удалось запустить эмулятор: %1</translation>
    </message>
</context>
</TS>
