'use client'

import { useRef } from 'react'
import deskStyles from '@/components/desk/desk.module.css'
import { DeskForm } from '@/components/desk/form/desk-form'
import { Submit, TextField } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import type { FrontPageArrangement, ReaderBlock } from '@/lib/front-page-arrangement'
import type { FoundStories } from './found-stories'
import styles from './front-page.module.css'
import { Places } from './places'
import { ReaderBlocks } from './reader-blocks'
import { SectionBlocks } from './section-blocks'
import { StoryChooser } from './story-chooser'
import { useArrangement } from './use-arrangement'

export type ArrangementFormProps = {
	action: FormAction
	arrangement: FrontPageArrangement
	/** Id of the arrangement in force, 0 without one. */
	base: number
	stories: FoundStories
	sections: { id: number; name: string }[]
	zone: string
	rules: Record<ReaderBlock, string>
	notice: string | null
}

/** The arrangement in work: it is kept in the form alone until it is saved or scheduled. */
export function ArrangementForm(props: ArrangementFormProps) {
	const unsaved = useRef(false)
	return (
		<DeskForm
			id="front-page"
			action={props.action}
			className={styles.form}
			label="Front page"
			notice={props.notice}
			isUnsaved={() => unsaved.current}
		>
			<Controls {...props} unsaved={unsaved} />
		</DeskForm>
	)
}

function Controls(props: ArrangementFormProps & { unsaved: { current: boolean } }) {
	const { sections, zone, rules } = props
	const arrangement = useArrangement(props)
	return (
		<>
			<input type="hidden" name="arrangement" value={arrangement.text} />
			<input type="hidden" name="base" value={arrangement.base} />
			<Places {...arrangement} zone={zone} />
			<StoryChooser {...arrangement} />
			<div className={styles.page}>
				<ReaderBlocks {...arrangement} rules={rules} />
				<SectionBlocks {...arrangement} sections={sections} />
			</div>
			<section className={styles.save} aria-labelledby="front-page-save">
				<h2 id="front-page-save">For readers</h2>
				<p className={styles.soft}>
					<a href={`/preview/front-page?arrangement=${encodeURIComponent(arrangement.text)}`}>
						Preview this front page
					</a>
				</p>
				<Submit name="do" value="save" variant="primary">
					Save for readers now
				</Submit>
				<div className={styles.later}>
					<TextField
						name="startsAt"
						type="datetime-local"
						label="Or change at a time"
						hint={`On the clocks of ${zone}`}
					/>
					<Submit name="do" value="schedule">
						Schedule
					</Submit>
				</div>
			</section>
			<p role="status" className={deskStyles.hidden}>
				{arrangement.said}
			</p>
		</>
	)
}
