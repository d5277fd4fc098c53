import { DeskForm } from '@/components/desk/form/desk-form'
import { Disclosure } from '@/components/desk/form/disclosure'
import { Submit, TextField } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import type { LinkedStory } from '@/domain/articles/translations'
import { ownLanguageName } from '@/lib/language-tag'
import styles from './work-panel.module.css'

type Props = {
	storyId: number
	/** The story's own language tag; empty for that of the site. */
	language: string
	site: string
	linked: LinkedStory[]
	action: FormAction
}

/** The language of a story, and the stories that say the same in other languages. */
export function LanguageForm({ storyId, language, site, linked, action }: Props) {
	const [first] = linked
	return (
		<DeskForm id="story-language" action={action} label="Language" className={styles.form}>
			<input type="hidden" name="story" value={storyId} />
			<Disclosure
				summary={language ? ownLanguageName(language) : `As the site: ${ownLanguageName(site)}`}
				field={['language', 'translationOf']}
				className={styles.fold}
			>
				<TextField
					name="language"
					label="Language of the text"
					hint={`A language tag such as fr or pt-BR; empty for that of the site, ${site}`}
					value={language}
					autoCapitalize="none"
					spellCheck={false}
				/>
				<TextField
					name="translationOf"
					label="Translation of"
					hint="Address of this story in another language; empty for none"
					value={first ? `/news/${first.slug}` : ''}
					dir="ltr"
					spellCheck={false}
				/>
				<Submit>Save language</Submit>
			</Disclosure>
			{linked.length > 0 && (
				<ul>
					{linked.map((story) => (
						<li key={story.id}>
							{ownLanguageName(story.language)}:{' '}
							<a href={`/desk/stories/${story.id}`} dir="auto" lang={story.language}>
								{story.headline}
							</a>
						</li>
					))}
				</ul>
			)}
		</DeskForm>
	)
}
