async (scope) => {
  const results = await axe.run(scope === '' ? document : { include: [scope] }, { resultTypes: ['violations'] });
  return results.violations.map((violation) => {
    const places = violation.nodes.map((node) => node.target.join(' ') + ' (' + (node.failureSummary || '').replace(/\s+/g, ' ') + ')');
    return violation.id + ' [' + violation.impact + '] ' + violation.help + ': ' + places.join('; ');
  });
}
