import formStyles from '@/components/desk/form/form.module.css'
import type { ReaderBlock } from '@/lib/front-page-arrangement'
import styles from './front-page.module.css'
import type { ArrangementInWork } from './use-arrangement'

type Props = ArrangementInWork & { rules: Record<ReaderBlock, string> }

const TITLES: Record<ReaderBlock, string> = {
	felt: 'What readers feel now',
	discussed: 'Most discussed',
	latest: 'Latest comments',
	respected: 'Most respected comments',
}

/** Switches of the blocks that readers fill, with the rules that the blocks state. */
export function ReaderBlocks({ arrangement, rules, setFields }: Props) {
	return (
		<fieldset className={styles.blocks}>
			<legend>From readers</legend>
			{(Object.keys(TITLES) as ReaderBlock[]).map((block) => (
				<div key={block}>
					<label className={formStyles.choice}>
						<input
							type="checkbox"
							name="blocks"
							value={block}
							checked={arrangement.blocks.includes(block)}
							onChange={setFields}
							aria-describedby={`front-page-rule-${block}`}
						/>
						<span>{TITLES[block]}</span>
					</label>
					<p className={styles.rule} id={`front-page-rule-${block}`}>
						{rules[block]}
					</p>
				</div>
			))}
		</fieldset>
	)
}
