import type { CommentRule } from '@/domain/notices/decisions'
import type { ReportReason } from '@/domain/notices/reports'

export const REASON_NAMES: Record<ReportReason, string> = {
	illegal: 'Illegal content',
	abuse: 'Insult, threat or harassment',
	spam: 'Spam',
	other: 'Something else',
}

export const RULE_NAMES: Record<CommentRule, string> = {
	abuse: 'Insults, threats, harassment',
	hatred: 'Hatred against groups',
	privacy: 'Private data of others',
	spam: 'Spam or advertising',
	offTopic: 'Off the topic',
	falsehood: 'False claims of fact',
	other: 'Something else: say what',
}
