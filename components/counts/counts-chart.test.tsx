import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { CountsChart } from './counts-chart'

const NONE = { happy: 0, sad: 0, excited: 0, sleepy: 0, angry: 0, surprise: 0 }
const period = (name: string) => ({
	...{ from: name, to: name, moods: { ...NONE, happy: 5 }, moodVotes: 5, ratings: 0 },
	...{ waiting: 0, discarded: 0, countedLater: 0 },
})
const endsOf = (...names: string[]) =>
	[
		...renderToStaticMarkup(<CountsChart periods={names.map(period)} unit="day" language="en-GB" />).matchAll(
			/<span>([^<]*)<\/span>/g,
		),
	].map(([, text]) => text)

test('a chart names its first and last period below its axis', () => {
	expect(endsOf('2027-03-01', '2027-03-02', '2027-03-03')).toEqual(['1 Mar 2027', '3 Mar 2027'])
	expect(endsOf('2027-03-01')).toEqual(['1 Mar 2027'])
})
