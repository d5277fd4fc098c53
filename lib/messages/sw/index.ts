import { bound } from '../bound'
import type { Messages } from '../en'
import type { Format } from '../format'
import { accessibility } from './accessibility'
import { article } from './article'
import { comments } from './comments'
import { defaults } from './defaults'
import * as islands from './islands'
import { lists } from './lists'
import { page } from './page'
import * as passkeys from './passkeys'
import { reading } from './reading'
import * as responses from './responses'
import * as saving from './saving'
import { voting } from './voting'

export const sw = (format: Format<'sw'>): Messages => ({
	page: page(format),
	article: article(format),
	reading: reading(format),
	saving: bound(saving, format),
	responses: bound(responses, format),
	voting: voting(format),
	comments: comments(format),
	lists: lists(format),
	islands: bound(islands, format),
	passkeys: bound(passkeys, format),
	accessibility: accessibility(format),
	defaults: defaults(),
})
