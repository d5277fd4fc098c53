import { TextArea, TextField } from '@/components/desk/form/fields'
import { Group, SettingsForm, type SettingsFormProps } from './settings-form'

const WORDS_HINT =
	'One a line, also phrases. Capitals and accents make no difference; an asterisk at the end, as in casin*, finds longer words too'
const SITES_HINT = 'One a line, as example.org; its subdomains are found too'

/** Rules by which comments wait or are refused, without a moderator. */
export function CommentRulesForm({ settings, action, notice }: SettingsFormProps) {
	return (
		<SettingsForm
			id="comment-rules"
			path="/desk/settings/comments"
			label="Comment rules"
			action={action}
			notice={notice}
		>
			<Group title="Numbers">
				<TextField
					name="commentLinksMax"
					label="Links in a comment"
					hint="A comment with more waits for a moderator"
					value={String(settings.commentLinksMax)}
					inputMode="numeric"
				/>
				<TextField
					name="commentSpeedMax"
					label="Comments of a reader within ten minutes"
					hint="Further ones wait for a moderator; 0 sets no limit"
					value={String(settings.commentSpeedMax)}
					inputMode="numeric"
				/>
				<TextField
					name="commentFloodMax"
					label="Comments of all readers within ten minutes"
					hint="Above it, those of readers without an approved comment wait for a moderator; 0 sets no limit"
					value={String(settings.commentFloodMax)}
					inputMode="numeric"
				/>
			</Group>
			<Group title="Words">
				<TextArea
					name="commentWordsHeld"
					label="Words that make a comment wait"
					hint={WORDS_HINT}
					value={settings.commentWordsHeld.join('\n')}
					rows={6}
				/>
				<TextArea
					name="commentWordsRefused"
					label="Words with which a comment is refused"
					hint="As above. The author is told the word, and can change the comment"
					value={settings.commentWordsRefused.join('\n')}
					rows={6}
				/>
			</Group>
			<Group title="Sites">
				<TextArea
					name="commentSitesHeld"
					label="Sites that make a comment wait"
					hint={SITES_HINT}
					value={settings.commentSitesHeld.join('\n')}
					rows={4}
				/>
				<TextArea
					name="commentSitesRefused"
					label="Sites with which a comment is refused"
					hint="As above. The author is told the site"
					value={settings.commentSitesRefused.join('\n')}
					rows={4}
				/>
			</Group>
		</SettingsForm>
	)
}
