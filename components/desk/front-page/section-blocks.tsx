import formStyles from '@/components/desk/form/form.module.css'
import { SECTION_STORIES_MAX } from '@/lib/front-page-arrangement'
import { DragHandle } from './drag-handle'
import styles from './front-page.module.css'
import { MoveButton } from './places'
import type { ArrangementInWork } from './use-arrangement'

type Props = ArrangementInWork & { sections: { id: number; name: string }[] }

/** Order of the section blocks, and the number of stories in each. */
export function SectionBlocks({ arrangement, sections, enhanced, move, onMove, setFields }: Props) {
	if (arrangement.sections.length === 0) return null
	const last = arrangement.sections.length - 1
	return (
		<section aria-labelledby="front-page-sections">
			<h2 id="front-page-sections">Sections</h2>
			<p className={styles.soft}>Each shows its newest stories that do not stand above.</p>
			<ol className={styles.sections}>
				{arrangement.sections.map(({ id, stories }, index) => {
					const name = sections.find((section) => section.id === id)?.name ?? `Section ${id}`
					const step = (verb: 'up' | 'down') =>
						onMove(
							`section-${verb} ${id}`,
							`${name} is now number ${index + (verb === 'up' ? 0 : 2)} of ${last + 1}.`,
							`section-${id}-${verb} section-${id}-up section-${id}-down`,
						)
					return (
						<li
							key={id}
							className={styles.section}
							data-drop={`section ${id} ${index}`}
							data-off={stories === 0 || undefined}
						>
							<span className={styles.sectionName}>
								{enhanced && <DragHandle what={`section ${id} ${index}`} words={name} move={move} />}
								<bdi>{name}</bdi>
							</span>
							<select
								name={`stories-${id}`}
								aria-label={`Stories in ${name}`}
								value={String(stories)}
								onChange={setFields}
								className={formStyles.input}
							>
								<option value="0">Hidden</option>
								{Array.from({ length: SECTION_STORIES_MAX }, (_, less) => less + 1).map((number) => (
									<option key={number} value={String(number)}>
										{number === 1 ? '1 story' : `${number} stories`}
									</option>
								))}
							</select>
							<span className={styles.buttons}>
								{index > 0 && (
									<MoveButton
										id={`section-${id}-up`}
										value={`section-up ${id}`}
										label={`Up: ${name}`}
										onClick={step('up')}
									>
										Up
									</MoveButton>
								)}
								{index < last && (
									<MoveButton
										id={`section-${id}-down`}
										value={`section-down ${id}`}
										label={`Down: ${name}`}
										onClick={step('down')}
									>
										Down
									</MoveButton>
								)}
							</span>
						</li>
					)
				})}
			</ol>
		</section>
	)
}
