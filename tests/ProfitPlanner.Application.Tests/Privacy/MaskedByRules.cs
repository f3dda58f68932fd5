namespace ProfitPlanner.Application.Tests.Privacy;

/// <summary>What is masked by its shape and by the words around it, kind by kind.</summary>
public sealed class MaskedByRules
{
    [Theory]
    [InlineData("my email is john.doe+spam@mail.example.co.uk, thanks", "my email is [email 1], thanks")]
    [InlineData("write to jörg@müller.de or wang@qq.com", "write to [email 1] or [email 2]")]
    [InlineData("邮箱是wang@qq.com请查收", "邮箱是[email 1]请查收")]
    [InlineData("john dot doe at example dot com", "[email 1]")]
    [InlineData("its johnsmithgmailcom thanks", "its [email 1] thanks")]
    [InlineData("@AmazonHelp DM @jane_doe", "[account 1] DM [account 2]")]
    public void Mail(string text, string masked) => Assert.Equal(masked, Masks.ByRules.Mask(text));

    [Theory]
    [InlineData("(977) 625-2661", "[phone 1]")]
    [InlineData("call me at +44 20 7946 0958 or 020 7946 0958", "call me at [phone 1] or [phone 2]")]
    [InlineData("call +1 (212) 555-0123 please", "call [phone 1] please")]
    [InlineData("+49 30 123456", "[phone 1]")]
    [InlineData("06 12 34 56 78", "[phone 1]")]
    [InlineData("+91 98765 43210", "[phone 1]")]
    [InlineData("my number is 555-1234", "my number is [phone 1]")]
    [InlineData("手机：13812345678", "手机：[phone 1]")]
    [InlineData("+86 138 1234 5678", "[phone 1]")]
    [InlineData("my cell is ٠١٢٣٤٥٦٧٨٩", "my cell is [phone 1]")]
    public void Phones(string text, string masked) => Assert.Equal(masked, Masks.ByRules.Mask(text));

    [Theory]
    [InlineData("4111 1111 1111 1111", "[card 1]")]
    [InlineData("4111-1111-1111-1111", "[card 1]")]
    [InlineData("378282246310005", "[card 1]")]
    [InlineData("6304000000000000", "[card 1]")]
    [InlineData("credit card number 6011 0052 6831", "credit card number [card 1]")]
    [InlineData("the card ends in 4821", "the card ends in [card 1]")]
    [InlineData("4111111111111112", "[number 1]")]
    public void Cards(string text, string masked) => Assert.Equal(masked, Masks.ByRules.Mask(text));

    [Theory]
    [InlineData("IBAN DE89 3704 0044 0532 0130 00 please", "IBAN [iban 1] please")]
    [InlineData("GB82WEST12345698765432", "[iban 1]")]
    [InlineData("my account number is 64261", "my account number is [account 1]")]
    [InlineData("1718 is the last four of my account", "[account 1] is the last four of my account")]
    [InlineData("Username: cminh730", "Username: [account 1]")]
    [InlineData("账号是 62261234", "账号是 [account 1]")]
    [InlineData("我的微信号是 abc_123456", "我的微信号是 [account 1]")]
    public void Accounts(string text, string masked) => Assert.Equal(masked, Masks.ByRules.Mask(text));

    [Theory]
    [InlineData("123-45-6789", "[ssn 1]")]
    [InlineData("ssn 1254", "ssn [ssn 1]")]
    [InlineData("last four of my social are 6789", "last four of my social are [ssn 1]")]
    [InlineData("身份证号 11010519491231002X", "身份证号 [ssn 1]")]
    [InlineData("11010519491231002X", "[ssn 1]")]
    [InlineData("passport no. K12345678", "passport no. [ssn 1]")]
    public void Numbers_of_states(string text, string masked) => Assert.Equal(masked, Masks.ByRules.Mask(text));

    [Theory]
    [InlineData("Order ID: 3348917502", "Order ID: [order 1]")]
    [InlineData("order AB-12345-X, booking K3X7G5", "order [order 1], booking [order 2]")]
    [InlineData("tracking 1Z999AA10123456784", "tracking [order 1]")]
    [InlineData("订单20231234567什么时候到", "订单[order 1]什么时候到")]
    [InlineData("the invoice INV-2023-00123 is wrong", "the invoice [order 1] is wrong")]
    [InlineData("its 98123 and nothing says what", "its [number 1] and nothing says what")]
    public void Orders(string text, string masked) => Assert.Equal(masked, Masks.ByRules.Mask(text));

    [Theory]
    [InlineData("password: hunter2! please", "password: [password 1] please")]
    [InlineData("my password is Tr0ub4dor&3", "my password is [password 1]")]
    [InlineData("our pin is 4821", "our pin is [password 1]")]
    [InlineData("密码是abc12345", "密码是[password 1]")]
    public void Passwords(string text, string masked) => Assert.Equal(masked, Masks.ByRules.Mask(text));

    [Theory]
    [InlineData("server at 192.168.10.25 or 2001:db8::ff00:42:8329 port 8080", "server at [ip 1] or [ip 2] port 8080")]
    [InlineData("https://example.com/reset?token=abcdef123 is mine", "[url 1] is mine")]
    [InlineData("https://bob:secret@example.com/ and www.shop.com/orders/123456", "[url 1] and [url 2]")]
    [InlineData("https://example.com/i/9f8a7b6c5d4e3f2a1b", "[url 1]")]
    public void Machines_and_links(string text, string masked) => Assert.Equal(masked, Masks.ByRules.Mask(text));

    [Theory]
    [InlineData("My address is 6821 1st ave san mateo, ny 75227", "My address is [address 1]")]
    [InlineData("ship it to 221B Baker Street, London NW1 6XE, UK", "ship it to [address 1]")]
    [InlineData("12 rue de la Paix, Paris", "[address 1]")]
    [InlineData("Hauptstraße 12, 10115 Berlin", "[address 1]")]
    [InlineData("Calle Mayor 5, Madrid", "[address 1]")]
    [InlineData("PO Box 1234", "[address 1]")]
    [InlineData("my address is 345 nahata nagar moscow", "my address is [address 1]")]
    [InlineData("收货地址：浙江省杭州市西湖区文三路138号东方大厦3单元501室", "收货地址：[address 1]")]
    [InlineData("我住在北京市朝阳区建国路88号", "我住在[address 1]")]
    public void Addresses(string text, string masked) => Assert.Equal(masked, Masks.ByRules.Mask(text));

    [Theory]
    [InlineData("my name is crystal minh", "my name is [name 1]")]
    [InlineData("My name is Mark Young.", "My name is [name 1].")]
    [InlineData("Name: Alessandro Phoenix", "Name: [name 1]")]
    [InlineData("Dear Mrs Smith, thank you", "Dear Mrs [name 1], thank you")]
    [InlineData("Hi Tom, how are you", "Hi [name 1], how are you")]
    [InlineData("This is Maria Garcia from Acme", "This is [name 1] from Acme")]
    [InlineData("you can reach me, I'm Priya Natarajan", "you can reach me, I'm [name 1]")]
    [InlineData("姓名：王小明，你好", "姓名：[name 1]，你好")]
    [InlineData("我叫李雷，请问", "我叫[name 1]，请问")]
    [InlineData("张先生您好", "[name 1]先生您好")]
    public void Names(string text, string masked) => Assert.Equal(masked, Masks.ByRules.Mask(text));

    [Theory]
    [InlineData("sure, may I have your name please?", "Crystal Minh", "[name 1]")]
    [InlineData("would you give me your full name or account ID", "aphoenix939", "[account 1]")]
    [InlineData("What is your order number?", "its 4452", "its [order 1]")]
    [InlineData("Where do you live? What is your address?", "12 Elm Grove Springfield", "[address 1]")]
    [InlineData("请问您贵姓？", "王小明", "[name 1]")]
    [InlineData("Please tell me the last four digits of your social", "6789", "[ssn 1]")]
    [InlineData(null, "5665", "[number 1]")]
    [InlineData(null, "2014", "[number 1]")]
    [InlineData(null, "since 2014", "since 2014")]
    public void Answers(string? before, string text, string masked) => Assert.Equal(masked, Masks.ByRules.Mask(text, before));

    [Theory]
    [InlineData("I bought 2 tickets for $94 on 2019-11-06")]
    [InlineData("I paid 12,500 dollars for 300 users in 2019, 15000 users in 2020")]
    [InlineData("The price is €12500 or 12500.50 or 45%")]
    [InlineData("meeting on 06/11/2019 at 12:30:45, 2019-11-06T12:30:45Z, 20191106")]
    [InlineData("windows10 and office365 and 500gb, 24-hour, 10am, 1st")]
    [InlineData("version 10.0.19.1 of the app, release 1.2.3.4")]
    [InlineData("https://example.com/help is fine, so is www.example.com")]
    [InlineData("my password is wrong and I cannot reset it")]
    [InlineData("Hi team, hello agent")]
    [InlineData("I have 2 issues on the road")]
    [InlineData("The Pro plan is too expensive, I want to cancel my subscription")]
    [InlineData("My iPhone 12 with 128GB cost $999.99 last year")]
    [InlineData("Error 404 on the checkout page, error code 500")]
    [InlineData("between 2019 and 2021 we grew 2019-2021")]
    [InlineData("refund of 1500 rupees, transfer 50000 to savings")]
    [InlineData("我在北京市工作，价格是12500元，2019年11月6日，2张票")]
    [InlineData("我是会员，我是客服")]
    [InlineData("std::vector and a::b at 12:30")]
    public void What_is_nobodys_stays_readable(string text) => Assert.Equal(text, Masks.ByRules.Mask(text));

    [Theory]
    [InlineData("How many licences do you need?", "1500")]
    [InlineData("How much would you like to transfer?", "2500")]
    public void An_amount_that_was_asked_for_stays_readable(string before, string text) => Assert.Equal(text, Masks.ByRules.Mask(text, before));
}
