import type { ProvidersMessages } from '../en/providers'

export const providers = (): ProvidersMessages => ({
	continueWith: (provider) => `المتابعة باستخدام ${provider}`,
	firstTime:
		'في المرة الأولى يُنشئ هذا حساب قارئ هنا. وتختار أنت الاسم الذي يظهر فوق تعليقاتك، ولا يُنشر عنوان بريدك أبدًا.',
	signInToConnect: (provider) =>
		`لعنوان البريد في حسابك على ${provider} حساب هنا من قبل. سجِّل الدخول كما كنت تفعل، ثم يمكنك ربط ${provider} به.`,
	problems: {
		denied: (provider) =>
			`لم يُسمح لخدمة ${provider} بتسجيل دخولك هنا. لم يتغير شيء. يمكنك المحاولة من جديد أو الدخول بطريقة أخرى.`,
		expired: (provider) =>
			`طال تسجيل الدخول عبر ${provider} أو استُعمل من قبل أو لم يبدأ في هذا المتصفح. ابدأ من جديد من فضلك.`,
		unavailable: (provider) =>
			`لم تُجب خدمة ${provider} كما ينبغي. حاول بعد بضع دقائق أو سجِّل الدخول بطريقة أخرى.`,
		'no-address': (provider) =>
			`ليس في حسابك على ${provider} عنوان بريد تحققت منه ${provider}، فتعذَّر إنشاء حساب هنا. تحقق من عنوان هناك أو أنشئ هنا حسابًا بكلمة مرور.`,
		closed: (provider) =>
			`الحساب الذي تُدخلك إليه ${provider} مغلق. اكتب إلى هيئة التحرير إن ظننت أن في ذلك خطأ.`,
		elsewhere: (provider) => `حساب ${provider} هذا مرتبط بحساب آخر هنا. لاستعمال ذلك الحساب سجِّل الخروج أولًا.`,
	},
	title: 'حسابات أخرى تسجِّل دخولك',
	explained: 'يعرف هذا الموقع اسمك وعنوان بريدك هناك، ولا يحفظ إلا رقم الحساب.',
	since: (day) => ['مرتبط منذ ', day],
	notConnected: 'غير مرتبط',
	connectShort: 'ربط',
	connect: (provider) => `ربط ${provider}`,
	disconnect: 'فك الربط',
	disconnectOf: (provider) => `فك ربط ${provider}`,
	connectTitle: 'ربط حساب',
	connectHint: (provider, there, here) =>
		`يستطيع عندئذ حسابك على ${provider} وهو ${there} تسجيل الدخول إلى حسابك هنا وهو ${here}. يمكنك فك الربط في أي وقت.`,
	notNow: 'ليس الآن',
	signInAgain: 'ليس لحسابك كلمة مرور، فسجِّل الدخول من جديد لتأكيد هويتك، ثم أعد ما أردت فعله.',
	noPassword: 'ليس لحسابك كلمة مرور بعد. بكلمة مرور تستطيع الدخول بلا أي خدمة أخرى.',
	newPasswordDisconnects:
		'وتُفصل الحسابات الأخرى التي تسجِّل دخولك هنا مثل GitHub إن كان للحساب كلمة مرور من قبل.',
	setPassword: 'تعيين كلمة مرور',
})
