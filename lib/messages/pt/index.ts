import { bound } from '../bound'
import type { Messages } from '../en'
import type { Format } from '../format'
import { accessibility } from './accessibility'
import { account } from './account'
import { article } from './article'
import { commentLists } from './comment-lists'
import { comments } from './comments'
import { complaints } from './complaints'
import { contributions } from './contributions'
import { counts } from './counts'
import { decisions } from './decisions'
import { defaults } from './defaults'
import { deletion } from './deletion'
import { errors } from './errors'
import { follow } from './follow'
import { history } from './history'
import { ignoring } from './ignoring'
import * as islands from './islands'
import { lists } from './lists'
import { mails } from './mails'
import { moderation } from './moderation'
import { notices } from './notices'
import { ownData } from './own-data'
import { page } from './page'
import * as passkeys from './passkeys'
import { providers } from './providers'
import { publicName } from './public-name'
import { reading } from './reading'
import { refusals } from './refusals'
import { replyMails } from './reply-mails'
import { reports } from './reports'
import * as responses from './responses'
import * as saving from './saving'
import { search } from './search'
import { signIn } from './sign-in'
import { storedData } from './stored-data'
import { transparency } from './transparency'
import { voting } from './voting'

export const pt = (format: Format<'pt'>): Messages => ({
	page: page(format),
	article: article(format),
	reading: reading(format),
	saving: bound(saving, format),
	responses: bound(responses, format),
	voting: voting(format),
	comments: comments(format),
	commentLists: commentLists(format),
	moderation: moderation(format),
	counts: counts(format),
	lists: lists(format),
	islands: bound(islands, format),
	passkeys: bound(passkeys, format),
	accessibility: accessibility(format),
	history: history(format),
	replyMails: replyMails(format),
	reports: reports(format),
	complaints: complaints(format),
	transparency: transparency(format),
	storedData: storedData(format),
	decisions: decisions(format),
	search: search(format),
	follow: follow(),
	account: account(format),
	contributions: contributions(),
	notices: notices(format),
	publicName: publicName(format),
	ownData: ownData(),
	deletion: deletion(format),
	ignoring: ignoring(format),
	signIn: signIn(format),
	providers: providers(),
	errors: errors(),
	refusals: refusals(format),
	mails: mails(format),
	defaults: defaults(),
})
