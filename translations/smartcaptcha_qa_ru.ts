<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru">
<context>
    <name>Qa::Batch</name>
    <message>
        <source>It needs a person.</source>
        <translation>Здесь нужен человек.</translation>
    </message>
    <message>
        <source>It needs the emulator.</source>
        <translation>Здесь нужен эмулятор.</translation>
    </message>
    <message>
        <source>It needs a real service.</source>
        <translation>Здесь нужен настоящий сервис.</translation>
    </message>
    <message>
        <source>It needs a screen at %1 %.</source>
        <translation>Здесь нужен экран с масштабом %1 %.</translation>
    </message>
    <message>
        <source>It was not tried any more.</source>
        <translation>До него очередь уже не дошла.</translation>
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
        <translation>остановлен</translation>
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
        <translation>Что не так</translation>
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
        <translation>Отчёт о проверке SmartCaptcha</translation>
    </message>
    <message>
        <source>%1 passed, %2 failed, %3 skipped, %4 stopped</source>
        <translation>Пройдено: %1, не пройдено: %2, пропущено: %3, остановлено: %4</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>Took</source>
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
        <source>There is no session in it.</source>
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
        <source>Nothing had come of it.</source>
        <translation>Ничего не произошло.</translation>
    </message>
    <message>
        <source>What came of it was: %1.</source>
        <translation>Итог: %1.</translation>
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
        <source>The event %1 must not happen, and did.</source>
        <translation>События %1 быть не должно, но оно было.</translation>
    </message>
    <message>
        <source>Expected was the outcome %1. %2</source>
        <translation>Ожидался исход %1. %2</translation>
    </message>
    <message>
        <source>Expected was the error %1. %2</source>
        <translation>Ожидалась ошибка %1. %2</translation>
    </message>
    <message>
        <source>A verdict was expected, and there was none.</source>
        <translation>Ожидался вердикт, но его не было.</translation>
    </message>
    <message>
        <source>Expected was the verdict %1. %2</source>
        <translation>Ожидался вердикт %1. %2</translation>
    </message>
    <message>
        <source>It should have been accepted. %1</source>
        <translation>Должно было быть принято. %1</translation>
    </message>
    <message>
        <source>It should not have been accepted. %1</source>
        <translation>Не должно было быть принято. %1</translation>
    </message>
    <message>
        <source>Expected was the cause %1. %2</source>
        <translation>Ожидалась причина %1. %2</translation>
    </message>
    <message>
        <source>The event %1 did not come in its turn; there were: %2.</source>
        <translation>Событие %1 не наступило в свою очередь; были: %2.</translation>
    </message>
</context>
<context>
    <name>Qa::KeyPair</name>
    <message>
        <source>Both keys are missing. They are in the settings of the captcha, in the service’s console.</source>
        <translation>Нет обоих ключей. Они указаны в настройках капчи, в консоли сервиса.</translation>
    </message>
    <message>
        <source>A server key (ysc2_) stands in place of the site key. It is secret: enter it in its own field, and here the client key (ysc1_).</source>
        <translation>Вместо ключа клиента указан ключ сервера (ysc2_). Он секретный: введите его в своё поле, а здесь укажите ключ клиента (ysc1_).</translation>
    </message>
    <message>
        <source>The client key (ysc1_) stands in place of the server key, which begins with ysc2_.</source>
        <translation>Вместо ключа сервера, который начинается с ysc2_, указан ключ клиента (ysc1_).</translation>
    </message>
    <message>
        <source>The site key is missing.</source>
        <translation>Нет ключа клиента.</translation>
    </message>
    <message>
        <source>The server key is missing: captchas can be shown, but their tokens cannot be verified.</source>
        <translation>Нет ключа сервера: капчу показать можно, а проверить её токен нельзя.</translation>
    </message>
    <message>
        <source>One of the keys seems to be cut off.</source>
        <translation>Похоже, один из ключей скопирован не полностью.</translation>
    </message>
    <message>
        <source>The keys do not belong together: they are of two different captchas.</source>
        <translation>Ключи не подходят друг к другу: они от двух разных капч.</translation>
    </message>
    <message>
        <source>The keys belong together.</source>
        <translation>Ключи подходят друг к другу.</translation>
    </message>
    <message>
        <source>The site key has to begin with ysc1_, and there are no spaces in it.</source>
        <translation>Ключ клиента должен начинаться с ysc1_, пробелов в нём не бывает.</translation>
    </message>
    <message>
        <source>The server key has to begin with ysc2_, and there are no spaces in it.</source>
        <translation>Ключ сервера должен начинаться с ysc2_, пробелов в нём не бывает.</translation>
    </message>
</context>
<context>
    <name>Qa::ObjectReader</name>
    <message>
        <source>Here has to be an object, { ... }.</source>
        <translation>Здесь должен быть объект, { ... }.</translation>
    </message>
    <message>
        <source>There is no such field; it may be misspelt.</source>
        <translation>Такого поля нет; возможно, в имени опечатка.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not possible; it can be one of: %2.</source>
        <translation>Значение «%1» недопустимо; возможные: %2.</translation>
    </message>
    <message>
        <source>Here has to be a text in quotation marks.</source>
        <translation>Здесь должен быть текст в кавычках.</translation>
    </message>
    <message>
        <source>This field is missing.</source>
        <translation>Этого поля не хватает.</translation>
    </message>
    <message>
        <source>Here has to be a list, [ ... ].</source>
        <translation>Здесь должен быть список, [ ... ].</translation>
    </message>
    <message>
        <source>Here has to be true or false.</source>
        <translation>Здесь должно быть true или false.</translation>
    </message>
    <message>
        <source>Here has to be a whole number from %1 to %2.</source>
        <translation>Здесь должно быть целое число от %1 до %2.</translation>
    </message>
    <message>
        <source>Here has to be a number from %1 to %2.</source>
        <translation>Здесь должно быть число от %1 до %2.</translation>
    </message>
    <message>
        <source>It needs a width and a height.</source>
        <translation>Нужны ширина (width) и высота (height).</translation>
    </message>
    <message>
        <source>Here has to be a text that is not empty.</source>
        <translation>Здесь должен быть непустой текст.</translation>
    </message>
</context>
<context>
    <name>Qa::Performance</name>
    <message>
        <source>The captcha did not become ready</source>
        <translation>Капча не стала готовой</translation>
    </message>
    <message>
        <source>Pressing the button had no effect</source>
        <translation>Нажатие кнопки ничего не дало</translation>
    </message>
    <message>
        <source>No challenge was shown</source>
        <translation>Задание не показано</translation>
    </message>
    <message>
        <source>A wrong answer did not lead to a new task</source>
        <translation>После неверного ответа не появилось новое задание</translation>
    </message>
    <message>
        <source>There was no token</source>
        <translation>Токена не было</translation>
    </message>
    <message>
        <source>There was no verdict</source>
        <translation>Вердикта не было</translation>
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
        <source>There is no button to try again</source>
        <translation>Нет кнопки, чтобы попробовать ещё раз</translation>
    </message>
    <message>
        <source>The button to try again had no effect</source>
        <translation>Кнопка повторной попытки ничего не дала</translation>
    </message>
    <message>
        <source>The captcha did not load in the new language</source>
        <translation>Капча не загрузилась на новом языке</translation>
    </message>
    <message>
        <source>The captcha does not get the keyboard</source>
        <translation>Капча не получает фокус ввода</translation>
    </message>
</context>
<context>
    <name>Qa::Profile</name>
    <message>
        <source>Emulator</source>
        <translation>Эмулятор</translation>
    </message>
    <message>
        <source>The address of the service cannot be used: it has to begin with https://, or with http:// on this computer.</source>
        <translation>Адрес сервиса не подходит: он должен начинаться с https:// (для этого компьютера годится и http://).</translation>
    </message>
    <message>
        <source>The page origin cannot be used: it has to be the address of a site, such as https://shop.example.</source>
        <translation>Адрес сайта не подходит: нужен адрес вида https://shop.example.</translation>
    </message>
    <message>
        <source>There is no page origin. The page of the SDK needs one, a site that the site key allows.</source>
        <translation>Не указан адрес сайта. Он нужен странице SDK: это сайт, разрешённый для ключа клиента.</translation>
    </message>
</context>
<context>
    <name>Qa::ProfileFile</name>
    <message>
        <source>It is no JSON, or not all of it: %1.</source>
        <translation>Это не JSON или не весь файл — JSON: %1.</translation>
    </message>
    <message>
        <source>A newer version of this program has written it.</source>
        <translation>Он записан более новой версией программы.</translation>
    </message>
    <message>
        <source>There are no profiles in it.</source>
        <translation>В нём нет профилей.</translation>
    </message>
    <message numerus="yes">
        <source>%n profile(s) in it cannot be understood.</source>
        <translation>
            <numerusform>%n профиль в нём прочитать не удалось.</numerusform>
            <numerusform>%n профиля в нём прочитать не удалось.</numerusform>
            <numerusform>%n профилей в нём прочитать не удалось.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>Не удалось записать %1: %2.</translation>
    </message>
    <message>
        <source>There is a key in a name, an address or a host of these profiles. It would be handed on with them; remove it first.</source>
        <translation>В названии, адресе или имени хоста одного из этих профилей записан ключ. Он попал бы в файл; сначала уберите его.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>Не удалось прочитать %1: %2.</translation>
    </message>
    <message>
        <source>%1 cannot be imported. %2</source>
        <translation>Не удалось импортировать %1. %2</translation>
    </message>
</context>
<context>
    <name>Qa::ProfileKeys</name>
    <message>
        <source>The server key is not kept. %1</source>
        <translation>Ключ сервера не сохранён. %1</translation>
    </message>
    <message>
        <source>The server key could not be removed from the keychain. %1</source>
        <translation>Не удалось удалить ключ сервера из связки ключей. %1</translation>
    </message>
    <message>
        <source>This program is built without access to a keychain.</source>
        <translation>Программа собрана без поддержки связки ключей.</translation>
    </message>
</context>
<context>
    <name>Qa::ProfileStore</name>
    <message>
        <source>It cannot be read: %1.</source>
        <translation>Прочитать его не удалось: %1.</translation>
    </message>
    <message>
        <source>The file of the profiles, %1, could not be read in whole. %2</source>
        <translation>Файл профилей %1 не удалось прочитать целиком. %2</translation>
    </message>
    <message>
        <source>As it cannot be copied either, it is left alone, and changes are not saved.</source>
        <translation>Скопировать его тоже не удалось, поэтому он остаётся как есть, а изменения не сохраняются.</translation>
    </message>
    <message>
        <source>It is kept as %1.</source>
        <translation>Он сохранён как %1.</translation>
    </message>
    <message>
        <source>This profile is no longer there.</source>
        <translation>Этого профиля больше нет.</translation>
    </message>
    <message>
        <source>The profile of the emulator cannot be removed.</source>
        <translation>Профиль эмулятора удалить нельзя.</translation>
    </message>
    <message>
        <source>A profile needs a name.</source>
        <translation>У профиля должно быть название.</translation>
    </message>
    <message>
        <source>There is a profile “%1” already.</source>
        <translation>Профиль «%1» уже есть.</translation>
    </message>
    <message>
        <source>There is the same profile already.</source>
        <translation>Такой профиль уже есть.</translation>
    </message>
    <message>
        <source>There is a server key (ysc2_) in a field that is not made for it. It would be saved in plain text; remove it there first.</source>
        <translation>Ключ сервера (ysc2_) попал в поле, которое для него не предназначено. Он сохранился бы открытым текстом; сначала уберите его оттуда.</translation>
    </message>
    <message>
        <source>Another program has changed the file of the profiles, %1, meanwhile.</source>
        <translation>Файл профилей %1 тем временем изменила другая программа.</translation>
    </message>
</context>
<context>
    <name>Qa::ScenarioReader</name>
    <message>
        <source>There is no step &quot;%1&quot;; there are: %2.</source>
        <translation>Шага «%1» нет; есть: %2.</translation>
    </message>
    <message>
        <source>This field is missing.</source>
        <translation>Этого поля не хватает.</translation>
    </message>
    <message>
        <source>It needs the field &quot;milliseconds&quot;.</source>
        <translation>Нужно поле «milliseconds».</translation>
    </message>
    <message>
        <source>The emulator has no scenario &quot;%1&quot;.</source>
        <translation>У эмулятора нет сценария «%1».</translation>
    </message>
    <message>
        <source>&quot;to&quot; can be light or dark.</source>
        <translation>В поле «to» может стоять light или dark.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no language.</source>
        <translation>Языка «%1» нет.</translation>
    </message>
    <message>
        <source>It needs the field &quot;to&quot; with a width and a height.</source>
        <translation>Нужно поле «to» с шириной и высотой.</translation>
    </message>
    <message>
        <source>It needs an outcome, a verdict or events.</source>
        <translation>Нужен исход, вердикт или события.</translation>
    </message>
    <message>
        <source>An id has lower-case letters, digits and single hyphens.</source>
        <translation>В идентификаторе бывают строчные латинские буквы, цифры и одиночные дефисы.</translation>
    </message>
    <message>
        <source>It has to say who can carry it out: %1.</source>
        <translation>Должно быть указано, кто может выполнить сценарий: %1.</translation>
    </message>
    <message>
        <source>A person needs instructions.</source>
        <translation>Человеку нужны указания.</translation>
    </message>
    <message>
        <source>Here has to be a list, [ ... ].</source>
        <translation>Здесь должен быть список, [ ... ].</translation>
    </message>
    <message>
        <source>There is a scenario &quot;%1&quot; already.</source>
        <translation>Сценарий «%1» уже есть.</translation>
    </message>
    <message>
        <source>This is no JSON: %1.</source>
        <translation>Это не JSON: %1.</translation>
    </message>
    <message>
        <source>Here has to be a list of scenarios, [ ... ].</source>
        <translation>Здесь должен быть список сценариев, [ ... ].</translation>
    </message>
    <message>
        <source>It cannot be read: %1.</source>
        <translation>Файл не читается: %1.</translation>
    </message>
</context>
<context>
    <name>Qa::ScenarioRun</name>
    <message numerus="yes">
        <source>It was not over after %n second(s). %1</source>
        <translation>
            <numerusform>За %n секунду сценарий не закончился. %1</numerusform>
            <numerusform>За %n секунды сценарий не закончился. %1</numerusform>
            <numerusform>За %n секунд сценарий не закончился. %1</numerusform>
        </translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <translation>Остановлено.</translation>
    </message>
    <message>
        <source>The tester says that it went wrong.</source>
        <translation>По словам тестировщика, что-то пошло не так.</translation>
    </message>
</context>
<context>
    <name>Qa::Session</name>
    <message>
        <source>There is no session in %1.</source>
        <translation>В папке %1 нет сеанса.</translation>
    </message>
    <message>
        <source>The session in %1 is open in another window already.</source>
        <translation>Сеанс в папке %1 уже открыт в другом окне.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made, so nothing of this session is kept.</source>
        <translation>Не удаётся создать папку %1, поэтому этот сеанс не сохраняется.</translation>
    </message>
    <message>
        <source>The session cannot be kept in %1. %2</source>
        <translation>Не удаётся сохранять сеанс в папке %1. %2</translation>
    </message>
    <message>
        <source>The result of %1 could not be kept. %2</source>
        <translation>Не удалось сохранить результат сценария %1. %2</translation>
    </message>
    <message>
        <source>The note on %1 could not be kept. %2</source>
        <translation>Не удалось сохранить заметку к сценарию %1. %2</translation>
    </message>
    <message>
        <source>The picture of %1 could not be kept. %2</source>
        <translation>Не удалось сохранить снимок сценария %1. %2</translation>
    </message>
    <message>
        <source>It was not tried.</source>
        <translation>Не проверялся.</translation>
    </message>
</context>
<context>
    <name>Qa::Stage</name>
    <message>
        <source>E-mail</source>
        <translation>Эл. почта</translation>
    </message>
    <message>
        <source>This form is protected by Yandex SmartCaptcha, which processes data of visitors.</source>
        <translation>Форма защищена сервисом Yandex SmartCaptcha, который обрабатывает данные посетителей.</translation>
    </message>
    <message>
        <source>The emulator cannot listen on this computer: %1</source>
        <translation>Эмулятору не удалось начать работу на этом компьютере: %1</translation>
    </message>
</context>
</TS>
